import type { ImageSize } from "./image-size.js";

/** How a family of models turns an image into tokens. */
export interface ImageCost {
  (size: ImageSize, detail: string): number;
  /** By how many tokens the provider's count of an image of known size may differ: less, more. */
  margin: readonly [number, number];
}

/** Edge in pixels of the picture that a model gets at low detail. */
const LOW_EDGE = 512;
const TILE = 512;
const PATCH = 32;
/** What stands around the patches of an image. [3 of 3] */
const PATCHES_FRAME = 1;

/**
 * Tokens for a fixed picture plus tokens for each 512 px tile of the image, once it fits into 2048 x 2048 px and its
 * short side is at most 768 px. Low detail is the fixed picture alone.
 */
export function tiles(base: number, tile: number): ImageCost {
  const costOf = (size: ImageSize, detail: string): number => {
    if (detail === "low") return base;
    const fitted = fitInto(size, 2048);
    const { width, height } = shrink(fitted, 768 / Math.min(fitted.width, fitted.height));
    return base + tile * Math.ceil(width / TILE) * Math.ceil(height / TILE);
  };
  return Object.assign(costOf, { margin: [0, 0] as const });
}

/** What a model that counts patches allows at one level of detail: a number of patches and a longest side in px. */
interface PatchLimit {
  patches: number;
  edge: number;
}

/** One token for each 32 px patch of the image, once it fits the limit, times a factor of the model. */
export function patches(factor: number, high: PatchLimit, original = high, auto = high): ImageCost {
  const costOf = (size: ImageSize, detail: string): number => {
    if (detail === "low") return PATCHES_FRAME + Math.ceil(factor * countPatches(fitInto(size, LOW_EDGE)));
    const limit = detail === "original" ? original : detail === "high" ? high : auto;
    const fitted = fitInto(size, limit.edge);
    const count = countPatches(fitted);
    const allowed = count > limit.patches ? countPatches(fitPatches(fitted, limit.patches)) : count;
    return PATCHES_FRAME + Math.ceil(factor * Math.min(allowed, limit.patches));
  };
  return Object.assign(costOf, { margin: [1, 3] as const });
}

function countPatches({ width, height }: ImageSize): number {
  return Math.ceil(width / PATCH) * Math.ceil(height / PATCH);
}

/** The provider's own arithmetic: shrink to the budget, then a little more so that no patch is begun in vain. */
function fitPatches(size: ImageSize, budget: number): ImageSize {
  const factor = Math.sqrt((PATCH * PATCH * budget) / (size.width * size.height));
  const across = (size.width * factor) / PATCH;
  const down = (size.height * factor) / PATCH;
  return shrink(size, factor * Math.min(Math.floor(across) / across, Math.floor(down) / down));
}

function fitInto(size: ImageSize, edge: number): ImageSize {
  return shrink(size, edge / Math.max(size.width, size.height));
}

/** Scales down, never up, to whole pixels. */
function shrink({ width, height }: ImageSize, factor: number): ImageSize {
  if (factor >= 1) return { width, height };
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

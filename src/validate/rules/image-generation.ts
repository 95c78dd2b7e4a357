import type { BrokenRule, Rule } from "../../../generated/validators.js";
import { cut } from "../words/param.js";

const SIZE = /^(\d{1,5})x(\d{1,5})$/;
/** Models that take any size within limits. */
const ANY_SIZE_MODELS = new Set(["gpt-image-2", "gpt-image-2-2026-04-21"]);
/** Pixels; a side is a multiple of it. */
const STEP = 16;
const WIDEST_RATIO = 3;
/** Pixels: the longest and the shorter side of the largest resolution. */
const LARGEST = [3840, 2160] as const;

/**
 * What the reference says of one image tool by itself: sizes are `auto` or WIDTHxHEIGHT; gpt-image-2 takes
 * sides divisible by 16, ratios from 1:3 to 3:1 and at most 3840x2160; a transparent image is no `jpeg`. What
 * another model takes is left to the provider.
 */
export const imageGeneration: Rule = ({ background, output_format, size, model }) => {
  if (background === "transparent" && output_format === "jpeg")
    return report("output_format", "a transparent background needs the format 'png' or 'webp'.");
  if (typeof size !== "string" || size === "auto") return undefined;
  const broken = findBrokenSize(size, typeof model === "string" && ANY_SIZE_MODELS.has(model));
  return broken === undefined ? undefined : report("size", `${broken}, but got '${cut(size, 32)}' instead.`);
};

function findBrokenSize(size: string, takesAnySize: boolean): string | undefined {
  const sides = size.length > 11 ? null : SIZE.exec(size);
  if (!sides) return "Expected 'auto' or WIDTHxHEIGHT such as '1024x1024'";
  if (!takesAnySize) return undefined;
  const width = Number(sides[1]);
  const height = Number(sides[2]);
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  if (short === 0 || width % STEP !== 0 || height % STEP !== 0)
    return "Expected a width and height divisible by 16";
  if (long > WIDEST_RATIO * short) return "Expected an aspect ratio between 1:3 and 3:1";
  if (long > LARGEST[0] || short > LARGEST[1]) return "Expected at most 3840x2160";
  return undefined;
}

function report(key: string, words: string): BrokenRule {
  return { code: "invalid_value", path: [key], word: (param) => `Invalid '${param}': ${words}` };
}

import { type ImageCost, patches, tiles } from "./image-cost.js";

/*
 * Source: OpenAI's guide "Images and vision", sections on model sizing and calculating costs (2026). The factor 1.2
 * of gpt-5.2 and later is not in the guide; it was measured by users (github.com/vybestack/llxprt-code, issue 3477).
 */

const STANDARD = { patches: 1536, edge: 2048 };
const LARGE = { patches: 2500, edge: 2048 };
const ORIGINAL = { patches: 10_000, edge: 6000 };

/** Families by the beginning of the model's name; the first that fits counts. */
const FAMILIES: readonly (readonly [RegExp, ImageCost])[] = [
  [/^gpt-4o-mini/, tiles(2833, 5667)],
  [/^gpt-(4\.1|5|5\.4)-mini/, patches(1.62, STANDARD)],
  [/^gpt-(4\.1|5|5\.4)-nano/, patches(2.46, STANDARD)],
  [/^o4-mini/, patches(1.72, STANDARD)],
  [/^o[13]/, tiles(75, 150)],
  [/^computer-use/, tiles(65, 129)],
  [/^(chatgpt|gpt)-4/, tiles(85, 170)],
  [/^gpt-5(\.1)?-codex-mini/, patches(1.2, STANDARD)],
  [/^gpt-5\.[23]/, patches(1.2, STANDARD)],
  [/^gpt-5\.4/, patches(1.2, LARGE, ORIGINAL)],
  [/^gpt-5\.\d\d|^gpt-5\.[5-9]|^gpt-[6-9]/, patches(1.2, LARGE, ORIGINAL, ORIGINAL)],
];

/** gpt-5 and gpt-5.1; also stands in where the model is not given or not known. */
const GPT_5 = tiles(70, 140);

/** How this model turns an image into tokens. */
export function imageCostOf(model: string): ImageCost {
  return FAMILIES.find(([name]) => name.test(model))?.[1] ?? GPT_5;
}

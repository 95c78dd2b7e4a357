import type { ValidationIssue } from "../types.js";
import { cut, formatParam } from "../words/param.js";
import { member, type Rule } from "./rule.js";

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
export const imageGeneration: Rule = ({ input, tools }, most = Infinity) => {
  const issues: ValidationIssue[] = [];
  if (Array.isArray(input)) {
    for (let i = 0; i < input.length && issues.length < most; i++) {
      checkTools(member(input[i], "tools"), ["input", i, "tools"], issues, most);
    }
  }
  checkTools(tools, ["tools"], issues, most);
  return issues.length === 0 ? undefined : issues;
};

function checkTools(
  tools: unknown,
  path: (string | number)[],
  issues: ValidationIssue[],
  most: number,
): void {
  if (!Array.isArray(tools)) return;
  for (let i = 0; i < tools.length && issues.length < most; i++) {
    if (member(tools[i], "type") !== "image_generation") continue;
    const found = checkTool(tools[i], [...path, i]);
    if (found) issues.push(found);
  }
}

function checkTool(tool: unknown, path: (string | number)[]): ValidationIssue | undefined {
  const model = member(tool, "model");
  const takesAnySize = typeof model === "string" && ANY_SIZE_MODELS.has(model);
  if (member(tool, "background") === "transparent" && member(tool, "output_format") === "jpeg") {
    return report([...path, "output_format"], "a transparent background needs the format 'png' or 'webp'.");
  }
  const size = member(tool, "size");
  if (typeof size !== "string" || size === "auto") return undefined;
  const broken = findBrokenSize(size, takesAnySize);
  return broken === undefined
    ? undefined
    : report([...path, "size"], `${broken}, but got '${cut(size, 32)}' instead.`);
}

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

function report(path: (string | number)[], words: string): ValidationIssue {
  const param = formatParam(path);
  return { code: "invalid_value", message: `Invalid '${param}': ${words}`, param, path };
}

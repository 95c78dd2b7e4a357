import type { Json, Limits } from "./shape.js";

/** Says which of two arguments of a limiting keyword takes less: -1 the first, 1 the second, 0 neither. */
export function compareStrictness(
  keyword: string,
  first: Json | undefined,
  second: Json | undefined,
): number {
  if (JSON.stringify(first) === JSON.stringify(second)) return 0;
  if (first === undefined) return 1;
  if (second === undefined) return -1;
  if (typeof first !== "number" || typeof second !== "number") return 0;
  const name = keyword.slice(keyword.lastIndexOf(".") + 1);
  const higherIsStricter = /^(min|exclusiveMin)/.test(name);
  return first > second === higherIsStricter ? -1 : 1;
}

/** The limits of what both take: the stricter of each pair. */
export function tightenLimits(first: Limits, second: Limits): Limits {
  const result: Record<string, Json> = { ...first };
  for (const [keyword, value] of Object.entries(second)) {
    if (compareStrictness(keyword, result[keyword], value) > 0) result[keyword] = value;
  }
  return result;
}

/** The limits of what either takes: only what both state, and the looser of each pair. */
export function loosenLimits(first: Limits, second: Limits): Limits {
  const result: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(first)) {
    const other = second[keyword];
    if (other === undefined) continue;
    const order = compareStrictness(keyword, value, other);
    if (order !== 0) result[keyword] = order < 0 ? other : value;
    else if (JSON.stringify(value) === JSON.stringify(other)) result[keyword] = value;
  }
  return result;
}

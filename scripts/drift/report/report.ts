import type { Difference } from "../compare/difference.js";

/** What a drift run found. */
export interface Report {
  ours: string;
  upstream: string;
  /** Differences that count. */
  differences: Difference[];
  /** Differences that are known and wanted, each with its reason. */
  deviations: { difference: Difference; reason: string }[];
}

/** Says a difference in words: `only upstream, optional array of string` or `limit, upstream maxLength 64, ours none`. */
export function sayDifference({ what, ours, upstream }: Difference): string {
  if (what === "only upstream") return `${what}, ${upstream ?? ""}`;
  if (what === "only ours") return `${what}, ${ours ?? ""}`;
  if (ours !== undefined && upstream !== undefined) return `${what}, upstream ${upstream}, ours ${ours}`;
  const text = upstream ?? ours ?? "";
  const side = upstream === undefined ? "only ours" : "only upstream";
  return text === "" ? `${what}, ${side}` : `${what}, ${side}: ${text}`;
}

/** The place as a reader sees it, with the number of further places where the same fact shows. */
export function sayPlace({ place, places }: Difference): string {
  const name = place === "" ? "(body)" : place;
  return places.length > 1 ? `${name} (+${places.length - 1})` : name;
}

/** `1 difference`, `2 differences`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

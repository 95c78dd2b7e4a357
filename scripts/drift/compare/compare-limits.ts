import { compareStrictness } from "../wire/limits.js";
import type { Json, Limits, Notes } from "../wire/shape.js";
import type { Finding } from "./finding.js";

/** Compares limits keyword by keyword. */
export function compareLimits(ours: Limits, upstream: Limits, notes: Notes): Finding[] {
  const keywords = [...new Set([...Object.keys(ours), ...Object.keys(upstream)])];
  return keywords.flatMap((keyword) => {
    const [mine, theirs] = [ours[keyword], upstream[keyword]];
    if (JSON.stringify(mine) === JSON.stringify(theirs)) return [];
    const effect = compareStrictness(keyword, mine, theirs) > 0 ? "accept" : "refuse";
    return [
      {
        label: "",
        what: "limit",
        ours: say(keyword, mine),
        upstream: say(keyword, theirs),
        effect,
        notes,
      } as const,
    ];
  });
}

function say(keyword: string, value: Json | undefined): string | undefined {
  return value === undefined
    ? undefined
    : `${keyword} ${typeof value === "string" ? value : JSON.stringify(value)}`;
}

import type { Notes } from "../wire/shape.js";
import type { PlacedFinding } from "./compare-shapes.js";
import type { Effect, Finding, What } from "./finding.js";

/** The two directions on the wire. */
export type Side = "request" | "response";

/** One fact that two documents state differently, with all places where it shows. */
export interface Difference {
  side: Side;
  /** The first and shortest place, such as `tools[].mcp.allowed_callers`. */
  place: string;
  /** All places, the first among them. */
  places: string[];
  what: What;
  ours: string | undefined;
  upstream: string | undefined;
  effect: Effect;
  notes: Notes;
}

/** What a difference means for the users of the package. */
export type Meaning =
  | "new bodies we refuse"
  | "new bodies we refuse with unknownKeys: reject"
  | "bodies we accept that they refuse"
  | "new answers we refuse"
  | "types only";

/** Says what a difference means for users: a request is refused before it is sent, an answer when it comes back. */
export function tellMeaning({ side, effect }: Pick<Difference, "side" | "effect">): Meaning {
  if (side === "response") return effect === "refuse" ? "new answers we refuse" : "types only";
  if (effect === "refuse") return "new bodies we refuse";
  if (effect === "unknown") return "new bodies we refuse with unknownKeys: reject";
  return effect === "accept" ? "bodies we accept that they refuse" : "types only";
}

/**
 * Makes one difference of each fact: the same finding at several places (a schema used five times, or copied under
 * five names) is one fact if the last two steps of the place agree. Sorted by place.
 */
export function mergeFindings(side: Side, placed: readonly PlacedFinding[]): Difference[] {
  const merged = new Map<string, Difference>();
  for (const { finding, places } of placed) {
    const [first = ""] = places;
    const key = JSON.stringify([endOf(first), { ...finding, label: "" }]);
    const known = merged.get(key);
    if (known) known.places.push(...places);
    else merged.set(key, createDifference(side, finding, [...places]));
  }
  const differences = [...merged.values()];
  for (const difference of differences) {
    difference.places = [...new Set(difference.places)].sort(byLength);
    difference.place = difference.places[0] ?? "";
  }
  return differences.sort((a, b) => compareText(a.place, b.place) || compareText(a.what, b.what));
}

function createDifference(side: Side, finding: Finding, places: string[]): Difference {
  const { what, ours, upstream, effect, notes } = finding;
  return { side, place: places[0] ?? "", places, what, ours, upstream, effect, notes };
}

function endOf(place: string): string {
  return place.replaceAll("[]", "").split(".").slice(-2).join(".");
}

function byLength(a: string, b: string): number {
  return a.length - b.length || compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

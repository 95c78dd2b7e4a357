import type { Difference } from "./difference.js";

/** Which kind of source the fragment is compared with, and its version if it has one. */
export interface Edition {
  kind: "document" | "sdk";
  version?: string | undefined;
}

/**
 * Says why a difference is known and wanted: the place is marked `x-deviation`, or `x-since` with an edition that
 * this source has not reached. Never for what we lack (a body that the other side takes and we refuse for its shape, a
 * deprecation, a default): a mark on a property must not hide its next new value.
 * @returns undefined for a difference that counts as drift
 */
export function findReason(difference: Difference, edition: Edition): string | undefined {
  const { notes, what, effect, upstream } = difference;
  const isRefused = (effect === "refuse" || effect === "unknown") && what !== "limit";
  const isNews = (what === "default" || what === "deprecation") && upstream !== undefined;
  if (isRefused || isNews || what === "only upstream") return undefined;
  if (notes.deviation !== undefined) return notes.deviation;
  if (notes.since === undefined || !isAhead(notes.since, edition)) return undefined;
  return `newer than this source: x-since ${notes.since}`;
}

/** A version is of the SDK, a date of the published document: each is news for the other, and for older versions. */
function isAhead(since: string, { kind, version }: Edition): boolean {
  const number = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(since);
  if (!number) return kind === "sdk";
  if (kind === "document" || version === undefined) return kind === "document";
  const [first, second] = [number.slice(1), version.split(/[.-]/)].map((parts) =>
    parts.map((part) => Number(part ?? 0)),
  );
  for (let index = 0; index < 3; index++) {
    const [a, b] = [first?.[index] ?? 0, second?.[index] ?? 0];
    if (a !== b) return a > b;
  }
  return false;
}

import type { Difference } from "./difference.js";
import { listFacts } from "./list-facts.js";

/** Which kind of source the fragment is compared with, and its version if it has one. */
export interface Edition {
  kind: "document" | "sdk";
  version?: string | undefined;
}

/**
 * Says why a difference is known and wanted: the place is marked `x-deviation`, or `x-since` with an edition that
 * this source has not reached. Never for what we lack (a body that the other side takes and we refuse for its shape, a
 * deprecation, a default): a mark on a property must not hide its next new value. An `x-since` that names the very
 * fact does explain a default that has moved on.
 * @returns undefined for a difference that counts as drift
 */
export function findReason(difference: Difference, edition: Edition): string | undefined {
  const { notes, what, effect, upstream } = difference;
  const isRefused = (effect === "refuse" || effect === "unknown") && what !== "limit";
  if (isRefused || what === "only upstream" || (what === "deprecation" && upstream !== undefined))
    return undefined;
  const isForeignDefault = what === "default" && upstream !== undefined;
  const editions = isForeignDefault && typeof notes.since === "string" ? [] : findEditions(difference);
  if (editions.length > 0 && editions.every((since) => isAhead(since, edition)))
    return `newer than this source: x-since ${editions.join(", ")}`;
  return isForeignDefault ? undefined : notes.deviation;
}

/** The editions that explain the difference: of the whole place, or of each fact that the difference consists of. */
function findEditions({ what, ours, notes }: Difference): string[] {
  const { since } = notes;
  if (since === undefined || typeof since === "string") return since === undefined ? [] : [since];
  const editions = listFacts(what, ours, Object.keys(since)).map((fact) => since[fact]);
  return [...new Set(editions.filter((edition) => edition !== undefined))];
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

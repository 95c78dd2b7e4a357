import type { Change } from "./judge-change.js";

/** Says a change in the words of a changelog: one line, the place first, breaking changes marked. */
export function sayChange(change: Change): string {
  const { place } = change.difference;
  return `${change.isBreaking ? "**Breaking:** " : ""}\`${place === "" ? "(body)" : place}\` ${sayPredicate(change)}.`;
}

function sayPredicate({ difference }: Change): string {
  const { what, ours, upstream, side } = difference;
  const isNew = ours !== undefined;
  switch (what) {
    case "only ours":
      return `is new: ${ours ?? ""}`;
    case "only upstream":
      return `is gone: it was ${upstream ?? ""}`;
    case "required":
      return isNew ? "is required" : side === "request" ? "may be left out" : "may be missing";
    case "nullable":
      return isNew ? "may be null" : "may not be null any more";
    case "deprecation":
      return isNew ? "is deprecated" : "is not deprecated any more";
    case "default":
      return ours === undefined
        ? `has no default any more; it was ${upstream ?? ""}`
        : sayMove("has the default", ours, upstream);
    case "limit":
      return ours === undefined ? `is free of ${upstream ?? ""}` : sayMove("is limited:", ours, upstream);
    case "type":
    case "values":
      if (ours !== undefined && upstream !== undefined) return sayMove("takes", ours, upstream);
      return isNew ? `also takes ${ours ?? ""}` : `does not take ${upstream ?? ""} any more`;
  }
}

function sayMove(verb: string, now: string, before: string | undefined): string {
  return before === undefined ? `${verb} ${now}` : `${verb} ${now}, where it was ${before}`;
}

import { count, sayPlace } from "../drift/report/report.js";
import type { Side } from "../drift/compare/difference.js";
import type { VersionDiff } from "./compare-versions.js";
import type { Change } from "./judge-change.js";
import { sayChange } from "./say-change.js";

const MOST_LINES = 10;

/** Prints a comparison for the terminal: the verdict, the changes by direction, the second opinion, changelog lines. */
export function formatDiff(diff: VersionDiff, title: string): string {
  const { changes, goneNames, step } = diff;
  const verdict =
    step === "none" ? "no change" : `${step === "major" ? "breaking" : "not breaking"}: a ${step} step`;
  const lines = [`${title}: ${verdict}`];
  for (const side of ["request", "response"] as const) lines.push("", ...formatSide(changes, side));
  if (goneNames.length > 0) lines.push("", `Types that are gone, breaking: ${goneNames.join(", ")}`);
  lines.push("", ...formatOpinion(diff));
  const entries = draftEntries(diff);
  if (entries.length > 0) lines.push("", "For CHANGELOG.md:", ...entries.map((line) => `- ${line}`));
  return lines.join("\n");
}

/** Prints a comparison for machines. */
export function formatDiffJson({ changes, opinion, goneNames, step }: VersionDiff): string {
  const records = changes.map((change) => {
    const { side, place, places, what } = change.difference;
    return { side, place, places, what, breaking: change.isBreaking, line: sayChange(change) };
  });
  return JSON.stringify(
    { step, breaking: step === "major", changes: records, goneTypes: goneNames, oasdiff: opinion },
    null,
    2,
  );
}

function formatSide(changes: readonly Change[], side: Side): string[] {
  const here = changes.filter(({ difference }) => difference.side === side);
  const breaking = here.filter((change) => change.isBreaking).length;
  const name = side === "request" ? "Request" : "Response";
  if (here.length === 0) return [`${name}: no change`];
  const rows = here.map((change) => {
    const further = sayPlace(change.difference).slice(Math.max(change.difference.place.length, 1));
    const note = change.difference.places.length > 1 ? `  ${further.trim()}` : "";
    return `  ${change.isBreaking ? "breaking" : "minor   "}  ${sayChange({ ...change, isBreaking: false })}${note}`;
  });
  return [`${name}: ${count(here.length, "change")}, ${breaking} breaking`, ...rows];
}

function formatOpinion({ opinion, step }: VersionDiff): string[] {
  if (opinion.missing !== undefined) return [`oasdiff: not asked (${opinion.missing})`];
  const lines = opinion.outside.map((text) => `  breaking  ${text}`);
  if (lines.length > 0) return ["oasdiff, outside the bodies:", ...lines];
  const isBreaking = step === "major";
  if (isBreaking && opinion.inside.length === 0)
    return ["oasdiff: sees nothing breaking, but the wire comparison decides"];
  if (isBreaking || opinion.inside.length === 0) return ["oasdiff: agrees"];
  const shown = opinion.inside.slice(0, MOST_LINES).map((text) => `  ${text}`);
  const left = opinion.inside.length - shown.length;
  return [
    "oasdiff calls this breaking, the wire comparison does not. Look at each; one that changes the notation only goes",
    "into scripts/diff/not-breaking.txt as it stands here, without the indent:",
    ...shown,
    ...(left > 0 ? [`  and ${left} more`] : []),
  ];
}

/** Breaking changes first. */
function draftEntries({ changes, goneNames, step }: VersionDiff): string[] {
  const gone = goneNames.map((name) => `**Breaking:** the type \`${name}\` is gone.`);
  const breaking = changes.filter((change) => change.isBreaking).map(sayChange);
  const others = changes.filter((change) => !change.isBreaking).map(sayChange);
  const words = step === "patch" ? ["Descriptions are clearer."] : [];
  return [...breaking, ...gone, ...others, ...words];
}

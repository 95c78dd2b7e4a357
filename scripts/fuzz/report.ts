import type { DifferentialResult } from "./differential.js";
import type { Score } from "./faults/score.js";
import type { FaultResult } from "./measure.js";

/** How many misnamed faults are shown. */
const MOST_MISSES = 10;
const LONGEST_BODY = 600;

/** What the comparison found, in a few lines. */
export function reportDifferential(result: DifferentialResult, seed: number): string {
  const { bodies, valid, branches, disagreements, milliseconds } = result;
  const lines = [
    `Seed ${seed}: ${number(bodies)} bodies (${number(valid)} valid) through ${branches.reached} of ${branches.total} union branches ` +
      `in ${(milliseconds / 1000).toFixed(1)} s; ${disagreements.length} disagreements.`,
  ];
  for (const found of disagreements) {
    lines.push(`  seed ${found.seed}: ${found.complaint}`, `    ${cut(JSON.stringify(found.body))}`);
  }
  return lines.join("\n");
}

/** How the package names faults, by kind of fault. */
export function tabulateKinds({ kinds }: FaultResult): string {
  const rows = kinds.map(({ kind, score, more }) => [
    kind,
    number(score.bodies),
    share(score.named, score),
    share(score.single, score),
    share(more.single, more),
  ]);
  return tabulate(
    ["fault", "bodies", "place named first", "exactly one issue", "one issue of ten asked for"],
    rows,
  );
}

/** How the package and its peers name faults. */
export function tabulateContenders({ contenders, absent }: FaultResult): string {
  const rows = contenders.map(({ name, score }) => [
    name,
    share(score.named, score),
    share(score.single, score),
    number(score.median),
    number(score.most),
  ]);
  const table = tabulate(
    ["faults named", "place named first", "exactly one issue", "issues, median", "issues, most"],
    rows,
  );
  const notes = contenders.flatMap(({ name, note }) => (note === undefined ? [] : [`${name}: ${note}.`]));
  return [table, ...notes, ...absent.map((reason) => `Not measured: ${reason}`)].join("\n\n");
}

/** The faults that were named wrongly, the first few of them. */
export function reportMisses({ misses }: FaultResult): string {
  const shown = misses.slice(0, MOST_MISSES).map(({ fault, places }) => {
    const named = places.map((place) => JSON.stringify(place)).join(", ") || "nothing";
    return `  ${fault.kind} at ${JSON.stringify(fault.path)}, but named ${cut(named)}\n    ${cut(JSON.stringify(fault.body))}`;
  });
  return [`${misses.length} faults named wrongly.`, ...shown].join("\n");
}

function share(count: number, { bodies }: Score): string {
  return bodies === 0 ? "none" : `${((100 * count) / bodies).toFixed(2)} %`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}

function cut(text: string): string {
  return text.length <= LONGEST_BODY
    ? text
    : `${text.slice(0, LONGEST_BODY)}... (${number(text.length)} characters)`;
}

/** A Markdown table, padded so that it reads well as plain text too. */
function tabulate(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

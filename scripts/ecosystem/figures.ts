import type { Outcome, Tool } from "./tool.js";

/** What a tool was last seen to do, as shares.json keeps it: percentages, rounded down. */
export interface Figure {
  tool: string;
  reads: string;
  /** Of the valid bodies, how many it takes. */
  valid?: number;
  /** Of the bodies with one fault, how many it refuses. */
  faulty?: number;
  /** How many problems a linter finds. */
  problems?: number;
  note?: string;
}

/** The figures of one run of a tool. */
export function toFigure({ name, reads, note }: Tool, { share, problems }: Outcome): Figure {
  return {
    tool: name,
    reads,
    ...(share && { valid: toPercent(share.valid), faulty: toPercent(share.faulty) }),
    ...(problems && { problems: problems.length }),
    ...(note !== undefined && { note }),
  };
}

/** What has become worse than it was, one sentence each. */
export function findRegressions(now: Figure, before: Figure | undefined): string[] {
  if (!before) return [`${now.tool} is not in shares.json; run with --keep.`];
  const worse = [];
  for (const [key, meaning] of [
    ["valid", "of the valid bodies are taken"],
    ["faulty", "of the bodies with one fault are refused"],
  ] as const) {
    const [is = 0, was = 0] = [now[key], before[key]];
    if (is < was) worse.push(`${now.tool}: ${is} % ${meaning}, and it was ${was} %.`);
  }
  const [is = 0, was = 0] = [now.problems, before.problems];
  if (is > was) worse.push(`${now.tool}: ${is} problems are found, and it was ${was}.`);
  return worse;
}

/** The rows of the table that the README shows. */
export function toRows(figures: readonly Figure[]): string[][] {
  return figures.map(({ tool, reads, valid, faulty, problems }) =>
    problems === undefined
      ? [tool, reads, `${valid} %`, `${faulty} %`]
      : [tool, reads, problems === 0 ? "no problem" : `problems: ${problems}`, ""],
  );
}

/** Its head. */
export const COLUMNS = ["tool", "reads", "valid bodies taken", "bodies with one fault refused"];

/** With one decimal, down: 100 is said of all alone. */
function toPercent([part, whole]: [part: number, whole: number]): number {
  return Math.floor((part / whole) * 1_000) / 10;
}

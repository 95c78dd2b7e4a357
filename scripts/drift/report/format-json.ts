import { tellMeaning } from "../compare/difference.js";
import type { Difference } from "../compare/difference.js";
import { sayDifference } from "./report.js";
import type { Report } from "./report.js";

/** Prints a report for machines: each difference with its side, places, words and meaning. */
export function formatJson({ ours, upstream, differences, deviations }: Report): string {
  const report = {
    ours,
    upstream,
    differences: differences.map(toRecord),
    deviations: deviations.map(({ difference, reason }) => ({ ...toRecord(difference), reason })),
  };
  return JSON.stringify(report, null, 2);
}

function toRecord(difference: Difference) {
  const { side, place, places, what } = difference;
  return { side, place, places, what, detail: sayDifference(difference), meaning: tellMeaning(difference) };
}

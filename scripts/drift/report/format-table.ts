import { tellMeaning } from "../compare/difference.js";
import { count, sayDifference, sayPlace } from "./report.js";
import type { Report } from "./report.js";

/** Prints a report for the terminal: one line a difference, by place, what it means in front. */
export function formatTable({ ours, upstream, differences, deviations }: Report): string {
  const total = `${count(differences.length, "difference")}, ${count(deviations.length, "listed deviation")}`;
  const lines = [`${ours} against ${upstream}: ${total}`];
  if (differences.length > 0) {
    const meanings = differences.map(tellMeaning);
    const width = Math.max(...meanings.map((meaning) => meaning.length));
    const rows = differences.map(
      (difference, index) =>
        `  ${(meanings[index] ?? "").padEnd(width)}  ${sayPlace(difference)}: ${sayDifference(difference)}`,
    );
    lines.push("", ...rows);
  }
  if (deviations.length > 0) {
    const rows = deviations.map(
      ({ difference, reason }) => `  ${sayPlace(difference)}: ${sayDifference(difference)}  (${reason})`,
    );
    lines.push("", "Listed deviations, which do not count:", ...rows);
  }
  return lines.join("\n");
}

import { tellMeaning } from "../compare/difference.js";
import { count, sayDifference, sayPlace } from "./report.js";
import type { Report } from "./report.js";

/** Prints a report as Markdown tables. */
export function formatMarkdown({ ours, upstream, differences, deviations }: Report): string {
  const total = `${count(differences.length, "difference")}, ${count(deviations.length, "listed deviation")}`;
  const lines = [`# ${ours} against ${upstream}`, "", `${total}.`];
  if (differences.length > 0) {
    const rows = differences.map((difference) => [
      code(sayPlace(difference)),
      sayDifference(difference),
      tellMeaning(difference),
    ]);
    lines.push("", ...table(["Place", "Difference", "Means"], rows));
  }
  if (deviations.length > 0) {
    const rows = deviations.map(({ difference, reason }) => [
      code(sayPlace(difference)),
      sayDifference(difference),
      reason,
    ]);
    lines.push("", "## Listed deviations", "", ...table(["Place", "Difference", "Why"], rows));
  }
  return lines.join("\n");
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

function code(text: string): string {
  return `\`${text}\``;
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

import { formatTable } from "../package/table.js";
import type { Score } from "./judge.js";

/** What a score says, as Markdown: one table for all settings, then what differs. */
export function formatScores(scores: readonly [string, Score][]): string {
  const table = formatTable(
    [
      "settings",
      "answered by the provider",
      "of these accepted",
      "refused by it",
      "in the same words",
      "in others",
      "accepted",
    ],
    scores.map(([name, { answered, accepted, refused }]) => [
      name,
      String(answered),
      answered === 0 ? "0" : `${accepted} (${((100 * accepted) / answered).toFixed(2)} %)`,
      String(refused.sameWords + refused.otherWords + refused.accepted),
      String(refused.sameWords),
      String(refused.otherWords),
      String(refused.accepted),
    ]),
    { numbers: true },
  );
  const lists = scores.flatMap(([name, { refusals, differences }]) => [
    ...formatCounts(`${name}: answered by the provider, refused here`, refusals),
    ...formatCounts(`${name}: refused by the provider, otherwise here`, differences),
  ]);
  return [table, ...lists].join("\n");
}

function formatCounts(title: string, counts: Map<string, number>): string[] {
  if (counts.size === 0) return [];
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([words, count]) => `${String(count).padStart(5)}  ${words}`);
  return ["", `${title}:`, ...rows];
}

/** Lays rows out as a Markdown table; `numbers` aligns all columns but the first to the right. */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { numbers = false } = {},
): string {
  const rule = head.map((_, column) => (numbers && column > 0 ? "---:" : "---"));
  const lines = [head, rule, ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

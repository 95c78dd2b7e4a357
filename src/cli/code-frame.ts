import type { Painter } from "./painter.js";
import { printable } from "./printable.js";
import type { Position } from "./source.js";

/** Lines shown before the one that is meant, and characters of a line. */
const LINES_BEFORE = 2;
const WIDTH = 100;
/** Keys look like this, or stand under such names; a frame shows that they are there, not what they are. */
const SECRETS = [
  /(\b(?:sk-|bearer\s+))([\w.~+/=-]+)/gi,
  /((?:authorization|api[_-]?key|secret|password)["']?\s*:\s*["']?)([^"',}\s][^"',}]*)/gi,
];

/** Draws the lines around a place of a text, with a caret under it. Long lines are cut around the place. */
export function codeFrame(text: string, { line, column }: Position, paint: Painter): string {
  const lines = linesBefore(text, line);
  const first = line - lines.length + 1;
  const from = Math.max(0, column - 1 - Math.floor(WIDTH / 2));
  const gutter = String(line).length;
  const drawn = lines.map((content, index) => {
    const meant = index === lines.length - 1;
    const number = String(first + index).padStart(gutter);
    const shown = cut(content, meant ? from : 0);
    return meant ? `${paint.red(">")} ${number} | ${shown}` : paint.dim(`  ${number} | ${shown}`);
  });
  const indent = " ".repeat(column - 1 - from + (from > 0 ? 1 : 0));
  return [...drawn, `  ${" ".repeat(gutter)} | ${indent}${paint.red("^")}`].join("\n");
}

/** The line of this number and those just before it. */
function linesBefore(text: string, line: number): string[] {
  return text.split("\n", line).slice(-LINES_BEFORE - 1);
}

function cut(line: string, from: number): string {
  const end = from + WIDTH;
  let whole = line;
  for (const secret of SECRETS) {
    whole = whole.replace(secret, (_, name: string, value: string) => name + "*".repeat(value.length));
  }
  return (from > 0 ? "…" : "") + printable(whole.slice(from, end)) + (whole.length > end ? "…" : "");
}

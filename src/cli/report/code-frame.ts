import type { Position, SourceText } from "../read/source-text.js";
import type { Painter } from "../terminal.js";
import { printable } from "./printable.js";

/** Lines shown before the one that is meant, and characters of a line. */
const LINES_BEFORE = 2;
const WIDTH = 100;

/** Draws the lines around a place of a text, with a caret under it. Long lines are cut around the place. */
export function codeFrame(source: SourceText, { line, column }: Position, paint: Painter): string {
  const first = Math.max(1, line - LINES_BEFORE);
  const from = Math.max(0, column - 1 - Math.floor(WIDTH / 2));
  const gutter = String(line).length;
  const drawn = Array.from({ length: line - first + 1 }, (_, index) => {
    const number = String(first + index).padStart(gutter);
    const content = source.showLine(first + index);
    return first + index === line
      ? `${paint.red(">")} ${number} | ${cut(content, from)}`
      : paint.dim(`  ${number} | ${cut(content, 0)}`);
  });
  const indent = " ".repeat(column - 1 - from + (from > 0 ? 1 : 0));
  return [...drawn, `  ${" ".repeat(gutter)} | ${indent}${paint.red("^")}`].join("\n");
}

function cut(line: string, from: number): string {
  const end = from + WIDTH;
  return (from > 0 ? "…" : "") + printable(line.slice(from, end)) + (line.length > end ? "…" : "");
}

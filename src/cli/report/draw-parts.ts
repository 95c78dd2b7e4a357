import type { TokenPart } from "../../local/types.js";
import type { Terminal } from "../terminal.js";
import { foldParts, type FoldedPart } from "./fold-parts.js";
import { countOf, formatNumber } from "./plural.js";
import { printable } from "./printable.js";

/** Lines that stay free for what stands around a tree, and the fewest that a tree has. */
const LINES_AROUND = 6;
const FEWEST_LINES = 10;
/** Characters: the least and the most of a label, of a bar, of all numbers of a line. */
const LABEL = { least: 16, most: 60 };
const BAR = { least: 4, most: 24 };
const NUMBERS = 20;
/** A block of eight eighths and those of one to seven. */
const BLOCKS = "█▏▎▍▌▋▊▉";

/**
 * Draws where the tokens of a request go: a tree, longest parts first, with a bar for each part's share, folded to
 * what fits the terminal.
 */
export function drawParts(parts: readonly TokenPart[], body: unknown, terminal: Terminal): string[] {
  const total = parts.reduce((sum, { tokens }) => sum + tokens, 0);
  const lines = foldParts(parts, Math.max(FEWEST_LINES, terminal.height - LINES_AROUND));
  const labels = lines.map((line) => "  ".repeat(line.depth + 1) + label(line, body));
  const ranges = lines.map(({ range }) => wordRange(range));
  const tail = Math.max(...ranges.map(({ length }) => length));
  const room = terminal.width - NUMBERS - BAR.least;
  const hasTail = room - tail >= LABEL.least; // a narrow terminal has no room for ranges
  const rest = hasTail ? room - tail : room;
  const width = clamp(
    Math.max(...labels.map(({ length }) => length)),
    LABEL.least,
    Math.min(LABEL.most, rest),
  );
  const bar = clamp(rest - width + BAR.least, BAR.least, BAR.most);
  return lines.map(({ tokens }, index) => {
    const share = total === 0 ? 0 : tokens / total;
    const numbers = `${formatNumber(tokens).padStart(11)} ${`${Math.round(share * 100)} %`.padStart(6)}`;
    const drawn = `${fit(labels[index] ?? "", width)}${numbers}  ${drawBar(share, bar)}`;
    const range = (hasTail && ranges[index]) || "";
    return range === "" ? drawn.trimEnd() : drawn.padEnd(width + NUMBERS + bar) + terminal.paint.dim(range);
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function label({ part, hidden }: FoldedPart, body: unknown): string {
  if (!part) return `… ${countOf(hidden, "more part")}`;
  if (part.kind === "frame") return "frame";
  const hint = nameOf(part.param, body) ?? (part.param.endsWith(part.kind) ? "" : part.kind);
  const folded = hidden > 0 ? ` (${countOf(hidden, "part")})` : "";
  return printable(`${part.param} ${hint}`.trim() + folded);
}

/** What users call a member: its name, or the role or type that it has. */
function nameOf(param: string, body: unknown): string | undefined {
  const keys = param.match(/[^.[\]]+/g) ?? [];
  let value = body;
  for (const key of keys) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key]; // any object may be read this way
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { name, role, type } = value as Record<string, unknown>;
  return [name, role, type].find((word): word is string => typeof word === "string" && word !== "");
}

function wordRange(range: TokenPart["range"]): string {
  if (!range) return "";
  const [low, high] = range;
  return high === null ? ` at least ${formatNumber(low)}` : ` ${formatNumber(low)} to ${formatNumber(high)}`;
}

/** Cuts a long label in its middle: its end says which part it is. */
function fit(text: string, width: number): string {
  if (text.length <= width) return text.padEnd(width);
  const indent = /^ */.exec(text)?.[0] ?? "";
  const room = width - indent.length - 1;
  const head = Math.max(1, Math.floor(room / 3));
  return `${indent}${text.slice(indent.length, indent.length + head)}…${text.slice(text.length - (room - head))}`;
}

function drawBar(share: number, width: number): string {
  const eighths = Math.round(share * width * 8);
  const rest = eighths % 8;
  return BLOCKS.charAt(0).repeat(Math.floor(eighths / 8)) + (rest > 0 ? BLOCKS.charAt(rest) : "");
}

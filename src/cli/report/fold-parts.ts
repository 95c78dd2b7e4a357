import type { TokenPart, TokenRange } from "../../local/types.js";

/** One line of a tree of parts: a part, or all those of one parent that had no room. */
export interface FoldedPart {
  /** Undefined where the line stands for several parts. */
  part: TokenPart | undefined;
  tokens: number;
  range: TokenRange | undefined;
  /** 0 for the parts of the request. */
  depth: number;
  /** How many parts the line hides: those within a part, or those that it stands for. */
  hidden: number;
}

/** A part that is shown, with those of its parts that are, longest first. */
interface Shown {
  part: TokenPart | undefined;
  parts: readonly TokenPart[];
  shown: Shown[];
}

/**
 * Chooses the parts that have room in so many lines, and lays them out: longest first, each followed by its own
 * parts. The longest of all come first of all; what has no room is summed up.
 */
export function foldParts(parts: readonly TokenPart[], lines: number): FoldedPart[] {
  const root: Shown = { part: undefined, parts: sort(parts), shown: [] };
  const open: Shown[] = [root];
  for (let used = 0; ;) {
    const next = findLongest(open);
    if (!next) break;
    const part = next.parts[next.shown.length] as TokenPart; // findLongest takes only those with one
    // A line for it, and one for those beside it that still hide; the line that was there before becomes free.
    const isFirst = next.shown.length === 0;
    const isLast = next.shown.length === next.parts.length - 1;
    used += 1 + (isFirst && !isLast ? 1 : 0) - (isLast && !isFirst ? 1 : 0);
    if (used > lines) break;
    const shown: Shown = { part, parts: sort(part.parts ?? []), shown: [] };
    next.shown.push(shown);
    open.push(shown);
  }
  return layOut(root, 0);
}

function sort(parts: readonly TokenPart[]): TokenPart[] {
  return [...parts].sort((a, b) => b.tokens - a.tokens);
}

/** The shown part whose next hidden part is the longest of all. */
function findLongest(open: readonly Shown[]): Shown | undefined {
  let longest: Shown | undefined;
  let most = -1;
  for (const one of open) {
    const tokens = one.parts[one.shown.length]?.tokens ?? -1;
    if (tokens > most) [longest, most] = [one, tokens];
  }
  return longest;
}

function layOut({ parts, shown }: Shown, depth: number): FoldedPart[] {
  const lines = shown.flatMap((inner): FoldedPart[] => {
    const { tokens, range } = inner.part as TokenPart; // only the root has none
    const hidden = inner.shown.length === 0 ? inner.parts.length : 0;
    return [{ part: inner.part, tokens, range, depth, hidden }, ...layOut(inner, depth + 1)];
  });
  const rest = parts.slice(shown.length);
  if (shown.length === 0 || rest.length === 0) return lines;
  const tokens = rest.reduce((sum, part) => sum + part.tokens, 0);
  return [...lines, { part: undefined, tokens, range: undefined, depth, hidden: rest.length }];
}

import { readBy } from "./patterns.js";
import type { PreTokenizer } from "./pre-tokenizer.js";

/** Counts the tokens of a text piece by piece, each piece as an encoding's pattern cuts it. */
export interface PieceCounter {
  /** Cuts a text. */
  read(text: string): PreTokenizer;
  /** The tokens of a piece, at once if it is short. */
  count(text: string, start: number, end: number, signal: AbortSignal | undefined): number | Promise<number>;
}

/** Counts by a tokenizer of the user's, which gets the pieces that o200k_base makes. */
export function countBy(tokenizer: (text: string) => number): PieceCounter {
  return {
    read: (text) => readBy("o200k_base", text),
    count: (text, start, end) => tokenizer(text.slice(start, end)),
  };
}

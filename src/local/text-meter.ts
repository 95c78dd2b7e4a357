import { splitText } from "./split-text.js";
import type { Tokenizer } from "./types.js";

/** Counts texts piece by piece. */
export class TextMeter {
  constructor(private readonly tokenizer: Tokenizer) {}

  /** Counts texts that stand behind one another as one, and gives the tokens that begin in each. */
  async measure(texts: readonly string[]): Promise<number[]> {
    const tokens = texts.map(() => 0);
    let owner = 0;
    let end = texts[0]?.length ?? 0;
    let at = 0;
    for (const piece of splitText(texts.join(""))) {
      while (at >= end && owner < texts.length - 1) end += texts[++owner]?.length ?? 0;
      tokens[owner] = (tokens[owner] ?? 0) + this.tokenizer(piece);
      at += piece.length;
    }
    return tokens;
  }
}

import type { PieceCounter } from "./encoding/piece-counter.js";
import { UNFINISHED } from "./encoding/pre-tokenizer.js";
import { isTurnSpent, waitForTurn } from "./encoding/turns.js";

/** Pieces that are counted before the clock is looked at. */
const BATCH = 64;

/** Counts texts piece by piece; between pieces the event loop is free, and an abort is obeyed. */
export class TextMeter {
  constructor(
    private readonly counter: PieceCounter,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Counts texts that stand behind one another as one, and gives the tokens of the pieces that begin in each. */
  async measure(texts: readonly string[]): Promise<number[]> {
    const { counter, signal } = this;
    const text = texts.length === 1 ? (texts[0] ?? "") : texts.join("");
    const tokens = texts.map(() => 0);
    const reader = counter.read(text);
    let owner = 0;
    let border = texts[0]?.length ?? 0;
    let seen = 0;
    for (let at = 0, piece = 1; at < text.length; piece++) {
      const end = reader.endOf(at);
      if (end !== UNFINISHED) {
        while (at >= border && owner < texts.length - 1) border += texts[++owner]?.length ?? 0;
        const count = counter.count(text, at, end, signal);
        tokens[owner] = (tokens[owner] ?? 0) + (typeof count === "number" ? count : await count);
        at = end;
      }
      if (piece % BATCH !== 0 && end !== UNFINISHED) continue;
      if (isTurnSpent(at - seen)) await waitForTurn(signal);
      seen = at;
    }
    return tokens;
  }

  /** Lets the event loop go on if this turn has worked long enough. */
  async breathe(): Promise<void> {
    if (isTurnSpent(0)) await waitForTurn(this.signal);
  }
}

import type { EncodingName } from "../families.js";
import { Merger } from "./merge.js";
import { readBy } from "./patterns.js";
import type { PieceCounter } from "./piece-counter.js";
import type { PreTokenizer } from "./pre-tokenizer.js";
import { RunCounter } from "./run-counter.js";
import { type TokenRanks, TokenTable } from "./token-table.js";
import { isTurnSpent, waitForTurn } from "./turns.js";
import { writeUtf8 } from "./utf8.js";

/** UTF-16 units that are merged as a whole; longer pieces in windows. */
const WHOLE = 512;
/** Tokens of a table that are added before the clock is looked at. */
const BATCH = 2000;

/** Counts tokens of one encoding, as byte-pair encoding makes them. */
export class Encoder implements PieceCounter {
  private readonly merger: Merger;
  private readonly bytes = new Uint8Array(3 * WHOLE);

  constructor(
    readonly name: EncodingName,
    table: TokenTable,
  ) {
    this.merger = new Merger(table);
  }

  /** Makes an encoder from the tokens of an encoding in the order of their ranks. */
  static async from(name: EncodingName, ranks: TokenRanks): Promise<Encoder> {
    const table = new TokenTable(ranks.length);
    for (let rank = 0; rank < ranks.length; rank++) {
      table.add(ranks[rank] ?? "");
      if (rank % BATCH === 0 && isTurnSpent(BATCH)) await waitForTurn(undefined);
    }
    return new Encoder(name, table);
  }

  /** Cuts a text where this encoding cuts it. */
  read(text: string): PreTokenizer {
    return readBy(this.name, text);
  }

  /** The tokens of a piece, at once if it is short. */
  count(text: string, start: number, end: number, signal: AbortSignal | undefined): number | Promise<number> {
    if (end - start > WHOLE) return this.countLong(text, start, end, signal);
    return this.merger.merge(this.bytes, writeUtf8(text, start, end, this.bytes, 0));
  }

  private async countLong(
    text: string,
    start: number,
    end: number,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    const run = new RunCounter(this.merger, text, start, end);
    while (run.advance()) if (isTurnSpent(WHOLE)) await waitForTurn(signal);
    return run.tokens;
  }
}

import { formatPath, type Path } from "./path.js";
import { splitText } from "./split-text.js";
import type { LeftOut, Tokenizer } from "./types.js";

/** Most UTF-16 units of text that one count reads: twice the longest text the API takes, some 4 million tokens. */
const MAX_UNITS = 20_000_000;
/** Most values (objects, arrays, leaves) that one count visits. */
const MAX_VALUES = 500_000;
/** Most notes that one count keeps; the last then says how many more there are. */
const MAX_NOTES = 100;

/** The running total of one count: tokens, what was left out, and what is left of its budget. */
export class Tally {
  tokens = 0;
  private units = 0;
  private written = 0;
  private values = 0;
  private unread = false;
  private dropped = 0;
  private readonly notes: LeftOut[] = [];

  constructor(private readonly tokenizer: Tokenizer) {}

  /** Adds tokens that stand for no text: framing, images. */
  addTokens(tokens: number): void {
    this.tokens += tokens;
  }

  /** Adds the tokens of a text. */
  addText(text: string): void {
    const room = MAX_UNITS - this.units;
    if (text.length > room) this.unread = true;
    const read = text.length > room ? text.slice(0, room) : text;
    this.units += read.length;
    for (const piece of splitText(read)) this.tokens += this.tokenizer(piece);
  }

  /** Lends a text to be written into a larger one; empty once the budget is spent. */
  take(text: string): string {
    this.written += text.length;
    if (this.written <= MAX_UNITS) return text;
    this.unread = true;
    return "";
  }

  /** Notes something that the count could not know. */
  leaveOut(path: Path, reason: string): void {
    if (this.notes.length < MAX_NOTES) this.notes.push({ path: formatPath(path), reason });
    else this.dropped++;
  }

  /** Takes one value from the budget; false once it is spent, which ends a walk through a body that never ends. */
  visit(): boolean {
    if (this.values++ < MAX_VALUES) return true;
    this.unread = true;
    return false;
  }

  /** All notes, with one more for what did not fit. */
  leftOut(): LeftOut[] {
    const notes = [...this.notes];
    if (this.dropped > 0) notes.push({ path: "", reason: `${this.dropped} further notes are not listed` });
    if (this.unread) notes.push({ path: "", reason: "the body is too large to be read to its end" });
    return notes;
  }
}

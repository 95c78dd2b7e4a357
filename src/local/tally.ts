import type { Ledger } from "./ledger.js";
import type { ModelRules } from "./families.js";
import { formatPath, type Path } from "./path.js";
import type { TextMeter } from "./text-meter.js";
import type { LeftOut } from "./types.js";

/** Most UTF-16 units of text that one count reads: twice the longest text the API takes, some 4 million tokens. */
const MAX_UNITS = 20_971_520;
/** Most values (objects, arrays, leaves) that one count visits. */
const MAX_VALUES = 500_000;
/** Most values, and most UTF-16 units, that are written as one text before the event loop is free again. */
const MAX_WRITTEN_VALUES = 50_000;
const MAX_WRITTEN_UNITS = 2_097_152;
/** Most notes that one count keeps; the last then says how many more there are. */
const MAX_NOTES = 100;

/** What one count shares: the model's rules, the tokenizer, what was left out, and what is left of its budget. */
export class Tally {
  private units = 0;
  private values = 0;
  private writtenUnits = 0;
  private writtenValues = 0;
  private unread = false;
  private dropped = 0;
  private readonly notes: LeftOut[] = [];

  constructor(
    readonly rules: ModelRules,
    private readonly meter: TextMeter,
  ) {}

  /** Counts texts that stand behind one another as one, and gives the tokens that begin in each. */
  async measure(texts: readonly string[]): Promise<number[]> {
    const read = texts.map((text) => {
      const room = Math.max(0, MAX_UNITS - this.units);
      if (text.length > room) this.unread = true;
      this.units += Math.min(text.length, room);
      return text.length > room ? text.slice(0, room) : text;
    });
    return this.meter.measure(read);
  }

  /** Adds the tokens of a text to a part. */
  async addText(ledger: Ledger, text: string): Promise<void> {
    const [tokens = 0] = await this.measure([text]);
    ledger.add(tokens);
  }

  /** Begins a text of its own that is written here, which has a budget of its own. The event loop may go on before. */
  async beginText(): Promise<void> {
    await this.meter.breathe();
    this.writtenUnits = 0;
    this.writtenValues = 0;
  }

  /** Lends a text to be written into a larger one; empty once the budget is spent. */
  take(text: string): string {
    this.writtenUnits += text.length;
    if (this.writtenUnits <= MAX_WRITTEN_UNITS) return text;
    this.unread = true;
    return "";
  }

  /** Notes something that the count could not know. */
  leaveOut(path: Path, reason: string): void {
    if (this.notes.length < MAX_NOTES) this.notes.push({ param: formatPath(path), reason });
    else this.dropped++;
  }

  /** Takes one value from the budget; false once it is spent, which ends a walk through a body that never ends. */
  visit(): boolean {
    if (this.values++ < MAX_VALUES && this.writtenValues++ < MAX_WRITTEN_VALUES) return true;
    this.unread = true;
    return false;
  }

  /** Whether the body was too large to be read to its end. */
  get isCutShort(): boolean {
    return this.unread;
  }

  /** All notes, with one more for what did not fit. */
  leftOut(): LeftOut[] {
    const notes = [...this.notes];
    if (this.dropped > 0) notes.push({ param: "", reason: `${this.dropped} further notes are not listed` });
    if (this.unread) notes.push({ param: "", reason: "the body is too large to be read to its end" });
    return notes;
  }
}

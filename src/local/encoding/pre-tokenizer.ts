import { kindsAt, LOWER, NEWLINE, SPACE, widthAt } from "./characters.js";

/** Units that are looked at before the event loop may be free again. */
const STRIDE = 131_072;
/** Said in place of an end that is not found yet. */
export const UNFINISHED = -1;

/** How far a long run has been looked at. */
interface LongRun {
  start: number;
  wanted: number;
  isOf: boolean;
  at: number;
  lowerEnd: number;
  newlineEnd: number;
  isFinished: boolean;
}

/**
 * Cuts a text where an encoding's own pattern cuts it. The patterns are read here by hand: as regular expressions
 * they keep a place to return to for every character of a run, and fail on a long one.
 */
export abstract class PreTokenizer {
  /** Of the last run: behind its last character that may be lower case; its start if there is none. */
  protected lowerEnd = 0;
  /** Of the last run: behind its last newline; its start if there is none. */
  protected newlineEnd = 0;
  private readonly longRuns: LongRun[] = [];

  constructor(protected readonly text: string) {}

  /** Where the piece that begins here ends; {@link UNFINISHED} where the call has to be made again to go on. */
  endOf(start: number): number {
    const end = this.find(start);
    if (end !== UNFINISHED && this.longRuns.length > 0) this.longRuns.length = 0;
    return end;
  }

  protected abstract find(start: number): number;

  /** The end of the run of characters from here that are of one of these kinds, or of none of them. */
  protected run(start: number, wanted: number, isOf: boolean): number {
    const { text } = this;
    const long = this.longRuns.find(
      (run) => run.start === start && run.wanted === wanted && run.isOf === isOf,
    );
    let at = long?.at ?? start;
    let lowerEnd = long?.lowerEnd ?? start;
    let newlineEnd = long?.newlineEnd ?? start;
    let isFinished = long?.isFinished ?? false;
    const stop = Math.min(text.length, at + STRIDE);
    while (!isFinished) {
      if (at >= stop) {
        isFinished = at >= text.length;
        break;
      }
      const kinds = kindsAt(text, at);
      isFinished = ((kinds & wanted) !== 0) !== isOf;
      if (isFinished) break;
      at += widthAt(text, at);
      if (kinds & LOWER) lowerEnd = at;
      if (kinds & NEWLINE) newlineEnd = at;
    }
    this.lowerEnd = lowerEnd;
    this.newlineEnd = newlineEnd;
    if (isFinished && at - start < STRIDE) return at;
    if (long) Object.assign(long, { at, lowerEnd, newlineEnd, isFinished });
    else this.longRuns.push({ start, wanted, isOf, at, lowerEnd, newlineEnd, isFinished });
    return isFinished ? at : UNFINISHED;
  }

  /** The end of a piece of white space, up to its last newline if it has one, or else without its last space. */
  protected spaceRun(start: number): number {
    const end = this.run(start, SPACE, true);
    if (end === UNFINISHED) return UNFINISHED;
    if (this.newlineEnd > start) return this.newlineEnd;
    return end === this.text.length || end - start === 1 ? end : end - 1;
  }

  /** Behind a contraction such as `'s` or `'ll` that begins here; the place itself if there is none. */
  protected contractionEnd(at: number): number {
    if (this.text.charCodeAt(at) !== 0x27) return at;
    const [, suffix] = /^'(ll|ve|re|[sdmt])/i.exec(this.text.slice(at, at + 3)) ?? [];
    return suffix === undefined ? at : at + 1 + suffix.length;
  }
}

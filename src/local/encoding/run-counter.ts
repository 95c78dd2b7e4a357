import type { Merger } from "./merge.js";
import { writeUtf8 } from "./utf8.js";

/** Bytes merged at a time at first, and those at their end of which the next window may see more. */
const WINDOW = 512;
const MARGIN = 64;
/** UTF-16 units read at a time. */
const READ = 1024;

/** What came of a window. */
interface Window {
  bytes: Uint8Array;
  /** Length of its first token. */
  first: number;
  /** Tokens before the border, at which the next window begins. */
  tokens: number;
  border: number;
  /** Length of the token at the border. */
  next: number;
}

/**
 * Counts a run of any length that the pre-tokenizer does not cut, window by window, each begun where a token of the
 * one before begins.
 *
 * This is exact. Tokens are what byte-pair encoding makes of a text if and only if it makes each two neighbours of
 * themselves: the first merge across the border of two tokens would happen in these two alone as well. So two windows
 * that agree on one token can be joined at it. Where two do not agree, the run is counted anew in longer ones.
 */
export class RunCounter {
  /** Tokens so far. */
  tokens = 0;
  private bytes = new Uint8Array(4 * WINDOW);
  /** Bytes that are read but not yet counted. */
  private filled = 0;
  private window = WINDOW;
  private at: number;
  private last: Window = { bytes: new Uint8Array(0), first: 0, tokens: 0, border: 0, next: 0 };
  /** Length of the token that the next window has to begin with; 0 at the beginning of the run. */
  private expected = 0;

  constructor(
    private readonly merger: Merger,
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
  ) {
    this.at = start;
  }

  /** Counts one window; false once the run is at its end. */
  advance(): boolean {
    this.fill();
    const length = this.filled < this.window ? this.filled : this.window;
    if (this.repeats(length)) {
      this.shift(this.last);
      return true;
    }
    const count = this.merger.merge(this.bytes, length);
    if (this.expected > 0 && this.merger.endOf(0) !== this.expected) {
      this.restart();
      return true;
    }
    if (length === this.filled && this.at >= this.end) {
      this.tokens += count;
      return false;
    }
    this.drop(length);
    return true;
  }

  /** Finds the last token that begins far enough from the window's end, and goes on from there. */
  private drop(length: number): void {
    const first = this.merger.endOf(0);
    let tokens = 0;
    let border = 0;
    let end = first;
    while (end <= length - MARGIN) {
      tokens++;
      border = end;
      end = this.merger.endOf(border);
    }
    if (border === 0) {
      this.window *= 2;
      return;
    }
    this.last = { bytes: this.bytes.slice(0, length), first, tokens, border, next: end - border };
    this.shift(this.last);
  }

  /** Whether the window holds the same as the last one, as in a run of one letter, and begins in the same way. */
  private repeats(length: number): boolean {
    const { bytes, first } = this.last;
    if (bytes.length !== length || first !== this.expected || this.at >= this.end) return false;
    for (let at = 0; at < length; at++) if (bytes[at] !== this.bytes[at]) return false;
    return true;
  }

  private shift({ tokens, border, next }: Window): void {
    this.tokens += tokens;
    this.expected = next;
    this.bytes.copyWithin(0, border, this.filled);
    this.filled -= border;
  }

  private restart(): void {
    this.window *= 4;
    this.tokens = 0;
    this.expected = 0;
    this.filled = 0;
    this.at = this.start;
  }

  private fill(): void {
    const room = this.window + 3 * READ + 4;
    if (this.bytes.length < room) {
      const bytes = new Uint8Array(2 * room);
      bytes.set(this.bytes.subarray(0, this.filled));
      this.bytes = bytes;
    }
    while (this.filled < this.window && this.at < this.end) {
      let to = Math.min(this.at + READ, this.end);
      // A pair of surrogates is one character.
      if (to < this.end && to - this.at > 1 && (this.text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to--;
      this.filled = writeUtf8(this.text, this.at, to, this.bytes, this.filled);
      this.at = to;
    }
  }
}

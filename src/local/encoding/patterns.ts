import type { EncodingName } from "../families.js";
import { kindsAt, LETTER, LOWER, NEWLINE, NUMBER, SLASH, SPACE, UPPER, widthAt } from "./characters.js";
import { PreTokenizer, UNFINISHED } from "./pre-tokenizer.js";

const SPACE_UNIT = 0x20;
/** Digits in one piece at most. */
const DIGITS = 3;

/** What both encodings of today share: numbers, signs and white space. */
abstract class Pattern extends PreTokenizer {
  /** What may stand behind signs in the same piece. */
  protected abstract readonly behindSigns: number;

  /** The end of a piece that is no word. */
  protected findOther(start: number): number {
    const { text } = this;
    if (kindsAt(text, start) & NUMBER) return this.numberEnd(start);
    const signs = text.charCodeAt(start) === SPACE_UNIT ? start + 1 : start;
    const end = this.run(signs, SPACE | LETTER | NUMBER, false);
    if (end === UNFINISHED) return UNFINISHED;
    return end > signs ? this.run(end, this.behindSigns, true) : this.spaceRun(start);
  }

  private numberEnd(start: number): number {
    let end = start;
    for (
      let digits = 0;
      digits < DIGITS && end < this.text.length && kindsAt(this.text, end) & NUMBER;
      digits++
    ) {
      end += widthAt(this.text, end);
    }
    return end;
  }

  /** Behind the character before a word that may belong to it, such as a space; the place itself if there is none. */
  protected prefixEnd(start: number): number {
    const isPrefix = (kindsAt(this.text, start) & (NEWLINE | LETTER | NUMBER)) === 0;
    return isPrefix ? start + widthAt(this.text, start) : start;
  }
}

/** o200k_base: words are cut where lower case turns to upper case, contractions belong to them. */
class O200k extends Pattern {
  protected readonly behindSigns = NEWLINE | SLASH;

  protected find(start: number): number {
    const behind = this.prefixEnd(start);
    for (const from of behind > start ? [behind, start] : [start]) {
      const end = this.cased(from);
      if (end === UNFINISHED) return UNFINISHED;
      if (end > from) return this.contractionEnd(end);
    }
    for (const from of behind > start ? [behind, start] : [start]) {
      const end = this.run(from, UPPER, true);
      if (end === UNFINISHED) return UNFINISHED;
      if (end > from) return this.contractionEnd(end);
    }
    return this.findOther(start);
  }

  /** Upper case, then at least one lower case: up to the last one where nothing but upper case follows. */
  private cased(from: number): number {
    const upper = this.run(from, UPPER, true);
    if (upper === UNFINISHED) return UNFINISHED;
    const { lowerEnd } = this;
    const end = this.run(upper, LOWER, true);
    return end === UNFINISHED || end > upper ? end : lowerEnd;
  }
}

/** cl100k_base: words of letters alone, contractions by themselves. */
class Cl100k extends Pattern {
  protected readonly behindSigns = NEWLINE;

  protected find(start: number): number {
    const contraction = this.contractionEnd(start);
    if (contraction > start) return contraction;
    const from = this.prefixEnd(start);
    const word = this.run(from, LETTER, true);
    if (word === UNFINISHED || word > from) return word;
    return this.findOther(start);
  }

  protected override spaceRun(start: number): number {
    const end = this.run(start, SPACE, true);
    return end === this.text.length ? end : super.spaceRun(start);
  }
}

/** Reads a text by the pattern of an encoding. */
export function readBy(encoding: EncodingName, text: string): PreTokenizer {
  return encoding === "o200k_base" ? new O200k(text) : new Cl100k(text);
}

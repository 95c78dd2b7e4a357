import { writeUtf8 } from "./utf8.js";

/** The tokens of an encoding in the order of their ranks: texts, or bytes where they are no whole text. */
export type TokenRanks = readonly (string | readonly number[])[];

// Looked up once: a global takes long where code runs in a context of its own, as tests do.
const { imul } = Math;

/** Factor of the rolling hash; odd, so that no byte is lost. */
const FACTOR = 0x01000193;
/** Longest token of any encoding, in bytes: o200k_base has runs of 128 spaces. */
const MAX_TOKEN = 128;

/** The powers of the factor, by which the hash of any slice follows from the hashes of two beginnings. */
const POWERS = new Int32Array(MAX_TOKEN + 1).fill(1);
for (let power = 1; power <= MAX_TOKEN; power++) POWERS[power] = imul(POWERS[power - 1] ?? 0, FACTOR);

/** Extends the hash of a slice by one byte. */
export function extendHash(hash: number, byte: number): number {
  return (imul(hash, FACTOR) + byte + 1) | 0;
}

/**
 * Finds the rank of a slice of bytes. It is an open hash table over plain arrays: a map from texts would have to make
 * a text of every slice, which takes longer than the rest of a count.
 */
export class TokenTable {
  private readonly mask: number;
  /** For each slot the rank + 1 of its token, 0 if it is free, and the token's hash. */
  private readonly slots: Int32Array;
  /** The rank + 1 of every token of two bytes, with which each merge begins. */
  private readonly pairs = new Int32Array(0x10000);
  /** Where the bytes of each token begin. */
  private readonly starts: Uint32Array;
  private bytes: Uint8Array;
  private count = 0;

  constructor(size: number) {
    let capacity = 1024;
    while (capacity < size * 2.5) capacity *= 2;
    this.mask = capacity - 1;
    this.slots = new Int32Array(2 * capacity);
    this.starts = new Uint32Array(size + 1);
    this.bytes = new Uint8Array(size * 8 + MAX_TOKEN * 4);
  }

  /** Adds the token of the next rank. */
  add(token: string | readonly number[]): void {
    const start = this.starts[this.count] ?? 0;
    if (start + MAX_TOKEN * 4 > this.bytes.length) this.grow();
    const end =
      typeof token === "string"
        ? writeUtf8(token, 0, token.length, this.bytes, start)
        : this.copy(token, start);
    let hash = 0;
    for (let at = start; at < end; at++) hash = extendHash(hash, this.bytes[at] ?? 0);
    let slot = this.slotOf(hash);
    while (this.slots[2 * slot] !== 0) slot = (slot + 1) & this.mask;
    this.count++;
    this.slots[2 * slot] = this.count;
    this.slots[2 * slot + 1] = hash;
    this.starts[this.count] = end;
    if (end - start === 2)
      this.pairs[(this.bytes[start] as number) * 256 + (this.bytes[start + 1] as number)] = this.count;
  }

  /**
   * The rank of the bytes from `start` to `end`, -1 if they are no token. `before` holds the hash of what lies before
   * each byte.
   */
  rankOf(bytes: Uint8Array, before: Int32Array, start: number, end: number): number {
    const length = end - start;
    if (length > MAX_TOKEN) return -1;
    const hash = ((before[end] as number) - imul(before[start] as number, POWERS[length] as number)) | 0;
    let slot = this.slotOf(hash);
    for (let token = this.slots[2 * slot] as number; token !== 0; token = this.slots[2 * slot] as number) {
      if (this.slots[2 * slot + 1] === hash && this.holds(token - 1, bytes, start, length)) return token - 1;
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }

  /** The rank of two bytes, -1 if they are no token. */
  rankOfPair(first: number, second: number): number {
    return (this.pairs[first * 256 + second] as number) - 1;
  }

  private slotOf(hash: number): number {
    return (imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8) & this.mask;
  }

  private holds(rank: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.starts[rank] as number;
    if ((this.starts[rank + 1] as number) - from !== length) return false;
    for (let at = 0; at < length; at++) if (this.bytes[from + at] !== bytes[start + at]) return false;
    return true;
  }

  private copy(token: readonly number[], start: number): number {
    this.bytes.set(token, start);
    return start + token.length;
  }

  private grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }
}

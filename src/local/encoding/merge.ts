import { extendHash, type TokenTable } from "./token-table.js";

/** A rank beyond any: the pair makes no token. */
const NONE = 0x7fffffff;

/** Slices of up to so many bytes are searched for the next pair; longer ones keep their pairs in a heap. */
const SEARCHED = 40;

/**
 * Merges the bytes of one slice pair by pair, lowest rank first and leftmost first, until no pair makes a token: what
 * byte-pair encoding is. In n log n steps.
 */
export class Merger {
  private before = new Int32Array(256);
  /** By the place where a token begins: where it ends, and where the token before it begins. */
  private ends = new Int32Array(256);
  private previous = new Int32Array(256);
  /** By the place where a token begins: the rank of it and the next one together. */
  private ranks = new Int32Array(256);
  private readonly heap = new PairHeap();

  constructor(private readonly table: TokenTable) {}

  /** Merges the bytes from 0 to `length` and gives the number of tokens. */
  merge(bytes: Uint8Array, length: number): number {
    this.reserve(length + 1);
    let hash = 0;
    for (let at = 0; at < length; at++) {
      this.before[at] = hash;
      hash = extendHash(hash, bytes[at] as number);
    }
    this.before[length] = hash;
    if (this.table.rankOf(bytes, this.before, 0, length) >= 0) {
      this.ends[0] = length;
      return 1;
    }
    for (let at = 0; at < length; at++) {
      this.ends[at] = at + 1;
      this.previous[at] = at - 1;
      const rank = at + 1 < length ? this.table.rankOfPair(bytes[at] as number, bytes[at + 1] as number) : -1;
      this.ranks[at] = rank < 0 ? NONE : rank;
    }
    return length <= SEARCHED ? this.mergeBySearch(bytes, length) : this.mergeByHeap(bytes, length);
  }

  /** Where the token that begins here ended in the last merge. */
  endOf(start: number): number {
    return this.ends[start] as number;
  }

  private mergeBySearch(bytes: Uint8Array, length: number): number {
    for (let count = length; ; count--) {
      let best = NONE;
      let place = -1;
      for (let at = 0; at < length; at = this.ends[at] as number) {
        if ((this.ranks[at] as number) < best) {
          best = this.ranks[at] as number;
          place = at;
        }
      }
      if (place < 0) return count;
      this.join(bytes, place, length);
    }
  }

  private mergeByHeap(bytes: Uint8Array, length: number): number {
    const { heap, ranks } = this;
    heap.clear(length);
    for (let at = 0; at < length; at++) if (ranks[at] !== NONE) heap.push(ranks[at] as number, at);
    let count = length;
    while (heap.size > 0) {
      const { rank, place } = heap;
      // What was put in before its pair changed is out of date.
      if (ranks[place] !== rank) {
        heap.drop();
        continue;
      }
      this.join(bytes, place, length);
      count--;
      if (ranks[place] === NONE) heap.drop();
      else heap.replace(ranks[place], place);
      const left = this.previous[place] as number;
      if (left >= 0 && ranks[left] !== NONE) heap.push(ranks[left] as number, left);
    }
    return count;
  }

  /** Joins the token that begins here with the next one, and ranks the two pairs that this makes. */
  private join(bytes: Uint8Array, place: number, length: number): void {
    const middle = this.ends[place] as number;
    const end = this.ends[middle] as number;
    this.ends[place] = end;
    this.ranks[middle] = NONE;
    if (end < length) {
      this.previous[end] = place;
      this.ranks[place] = this.rankOf(bytes, place, this.ends[end] as number);
    } else this.ranks[place] = NONE;
    const left = this.previous[place] as number;
    if (left >= 0) this.ranks[left] = this.rankOf(bytes, left, end);
  }

  private rankOf(bytes: Uint8Array, start: number, end: number): number {
    const rank = this.table.rankOf(bytes, this.before, start, end);
    return rank < 0 ? NONE : rank;
  }

  private reserve(length: number): void {
    if (length <= this.before.length) return;
    const size = length * 2;
    this.before = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.previous = new Int32Array(size);
    this.ranks = new Int32Array(size);
  }
}

/** Pairs by rank, then by place. */
class PairHeap {
  size = 0;
  private ranks = new Int32Array(1024);
  private places = new Int32Array(1024);

  /** The least pair's. */
  get rank(): number {
    return this.ranks[0] as number;
  }

  get place(): number {
    return this.places[0] as number;
  }

  /** Empties the heap for so many places. */
  clear(places: number): void {
    this.size = 0;
    if (this.ranks.length >= places * 4) return;
    this.ranks = new Int32Array(places * 4);
    this.places = new Int32Array(places * 4);
  }

  push(rank: number, place: number): void {
    const { ranks, places } = this;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = ranks[parent] as number;
      if (above < rank || (above === rank && (places[parent] as number) <= place)) break;
      ranks[at] = above;
      places[at] = places[parent] as number;
      at = parent;
    }
    ranks[at] = rank;
    places[at] = place;
  }

  /** Takes the least pair out. */
  drop(): void {
    this.size--;
    this.replace(this.ranks[this.size] as number, this.places[this.size] as number);
  }

  /** Puts a pair in place of the least one. */
  replace(rank: number, place: number): void {
    const { ranks, places, size } = this;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      let least = ranks[child] as number;
      if (child + 1 < size) {
        const other = ranks[child + 1] as number;
        if (other < least || (other === least && (places[child + 1] as number) < (places[child] as number))) {
          least = other;
          child++;
        }
      }
      if (least > rank || (least === rank && (places[child] as number) >= place)) break;
      ranks[at] = least;
      places[at] = places[child] as number;
      at = child;
    }
    ranks[at] = rank;
    places[at] = place;
  }
}

import type { TokenPart, TokenPartKind, TokenRange } from "./types.js";

/** One part of a count while it is added up: tokens of its own, their range, and the parts within. */
export class Ledger {
  private tokens = 0;
  private low = 0;
  private high: number | null = 0;
  private readonly children: Ledger[] = [];

  constructor(
    readonly param: string,
    private readonly kind: TokenPartKind,
  ) {}

  /** Opens a part within this one. */
  open(param: string, kind: TokenPartKind): Ledger {
    const child = new Ledger(param, kind);
    this.children.push(child);
    return child;
  }

  /** Adds tokens that are certain. */
  add(tokens: number): void {
    this.addBetween(tokens, tokens, tokens);
  }

  /** Adds a best guess and the range around it; null where no upper end can be given. */
  addBetween(tokens: number, low: number, high: number | null): void {
    this.tokens += tokens;
    this.low += low;
    this.high = this.high === null || high === null ? null : this.high + high;
  }

  /** The best guess, the parts within included. */
  total(): number {
    return this.children.reduce((sum, child) => sum + child.total(), this.tokens);
  }

  /** The range, the parts within included. */
  range(): TokenRange {
    const range: TokenRange = [this.low, this.high];
    for (const child of this.children) {
      const [low, high] = child.range();
      range[0] += low;
      range[1] = range[1] === null || high === null ? null : range[1] + high;
    }
    return range;
  }

  /** The part as users see it; what stands around the parts within becomes a part of its own, the frame. */
  toPart(): TokenPart {
    const part = this.describe(this.kind, this.total(), this.range());
    if (this.children.length > 0) part.parts = this.toParts();
    return part;
  }

  /** The parts within, and the frame around them if it holds anything. */
  toParts(): TokenPart[] {
    const parts = this.children.map((child) => child.toPart());
    if (this.tokens !== 0 || this.low !== 0 || this.high !== 0) {
      parts.push(this.describe("frame", this.tokens, [this.low, this.high]));
    }
    return parts;
  }

  private describe(kind: TokenPartKind, tokens: number, range: TokenRange): TokenPart {
    const isCertain = range[0] === tokens && range[1] === tokens;
    return { param: this.param, kind, tokens, ...(isCertain ? {} : { range }) };
  }
}

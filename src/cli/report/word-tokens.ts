import type { ModelUse } from "../../local/model-use.js";
import type { TokenRange } from "../../local/types.js";
import { formatNumber } from "./plural.js";

/** A number of tokens, and between which it lies where it is an estimate. */
export interface Tokens {
  tokens: number;
  /** Undefined for a count of a server's. */
  range: TokenRange | undefined;
}

/** The parts of a line: what stands before the number, the number, and what is said of it. */
export interface TokenWords {
  before: string;
  number: string;
  after: string;
}

/** Words for a count: `at least` where nobody can give an upper end, the range where it is no single number. */
export function wordTokens({ tokens, range }: Tokens): TokenWords {
  if (!range) return { before: "", number: formatNumber(tokens), after: "" };
  const [low, high] = range;
  if (high === null) {
    const guess = low === tokens ? "" : `; best guess ${formatNumber(tokens)}`;
    return { before: "at least ", number: formatNumber(low), after: ` (estimate${guess})` };
  }
  const between = low === high ? "" : `; between ${formatNumber(low)} and ${formatNumber(high)}`;
  return { before: "", number: formatNumber(tokens), after: ` (estimate${between})` };
}

/** The sum of several counts. */
export function addTokens(one: Tokens, other: Tokens): Tokens {
  const tokens = one.tokens + other.tokens;
  if (!one.range || !other.range) return { tokens, range: undefined };
  const [low, high] = one.range;
  const [otherLow, otherHigh] = other.range;
  return { tokens, range: [low + otherLow, high === null || otherHigh === null ? null : high + otherHigh] };
}

/** Words for how far a count is from an estimate, in tokens and per cent of the count. */
export function wordDifference(count: number, { tokens, range }: Tokens): string {
  if (count === tokens) return "the same";
  const difference = Math.abs(count - tokens);
  const share = count === 0 ? "" : ` (${formatShare(difference / count)})`;
  const isHeld = range && count >= range[0] && (range[1] === null || count <= range[1]);
  const place = isHeld ? "" : ", outside its range";
  return `${formatNumber(difference)} ${count > tokens ? "more" : "fewer"} than the estimate${share}${place}`;
}

/** A share as per cent, with one place where it is small. */
function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/**
 * Words for what a count means for its model: the share of the context, and the price with the rate that it rests
 * on and whose that is, for the tokenizer package's prices are not always the provider's of today.
 */
export function wordUse({ context, share, price }: ModelUse, { tokens }: Tokens): string {
  const part = `${share < 0.001 ? "under 0.1 %" : formatShare(share)} of ${formatNumber(context)}`;
  if (price === undefined || tokens === 0) return part;
  const rate = formatNumber(Math.round((price / tokens) * 1e8) / 100);
  return `${part}, ${formatPrice(price)} (gpt-tokenizer: $${rate} a million)`;
}

/** Two places for what costs a cent or more, else two digits that say something. */
function formatPrice(dollars: number): string {
  return `$${dollars.toFixed(dollars >= 0.01 ? 2 : 1 - Math.floor(Math.log10(dollars)))}`;
}

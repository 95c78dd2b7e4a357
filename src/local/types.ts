import type { InputTokenCountParams, InputTokenCountResponse } from "../../generated/types.js";

/** Counts the tokens of one text; what the text means (special tokens included) is not its concern. */
export type Tokenizer = (text: string) => number;

/** Something of the request that the local count could not know. */
export interface LeftOut {
  /** The place in the provider's notation, such as `input[3].content[0]`. */
  path: string;
  /** Why it is not counted, or by which assumption it is. Never holds a part of the body. */
  reason: string;
}

/** An answer shaped as the provider's, which says that it is an estimate and what it does not cover. */
export interface LocalTokenCount extends InputTokenCountResponse {
  /** Always true: no provider was asked. */
  estimate: true;
  /** What was not counted or only assumed, in the order of the body; at most 100 entries. */
  left_out: LeftOut[];
}

/** How a local counter counts. */
export interface LocalCounterOptions {
  /**
   * The tokenizer to use in place of gpt-tokenizer. It gets texts in pieces of at most 512 UTF-16 units.
   * @default o200k_base of the optional package `gpt-tokenizer`, loaded at the first count
   */
  tokenizer?: Tokenizer | undefined;
}

/** How one count runs; the same shape as the client's, so that either can stand behind a gateway. */
export interface LocalCountOptions {
  /** Stops the count before it begins. */
  signal?: AbortSignal | undefined;
}

/** Counts input tokens offline. */
export interface LocalCounter {
  /**
   * Estimates the input tokens of a request. The body is neither checked nor changed.
   * @throws {MissingTokenizerError} when no tokenizer was passed and gpt-tokenizer is not installed
   */
  count(body?: InputTokenCountParams, options?: LocalCountOptions): Promise<LocalTokenCount>;
}

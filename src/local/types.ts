import type { InputTokenCountParams, InputTokenCountResponse } from "../../generated/types.js";
import type { DeepReadonly } from "../deep-readonly.js";

/**
 * Counts the tokens of one piece of text, as o200k_base cuts it: a word with the space before it, up to three digits,
 * signs, white space. What a piece means (special tokens included) is not its concern.
 */
export type Tokenizer = (text: string) => number;

/** The least and the most tokens that the provider may count; null where no upper end can be given. */
export type TokenRange = [low: number, high: number | null];

/** What the tokens of a part are spent on; `frame` is what the provider writes around texts. */
export type TokenPartKind =
  | "frame"
  | "instructions"
  | "input"
  | "message"
  | "call"
  | "output"
  | "reasoning"
  | "item"
  | "text"
  | "image"
  | "file"
  | "tools"
  | "tool"
  | "tool_choice"
  | "format"
  | "stored";

/** Where tokens go: one place of the body, and what lies within it. */
export interface TokenPart {
  /** The place in the provider's notation, such as `input[3].content[0]`; empty for the request itself. */
  param: string;
  /** What stands there. */
  kind: TokenPartKind;
  /** The best guess, in tokens. */
  tokens: number;
  /** In which the provider's count of this part lies; left out where `tokens` is certain. */
  range?: TokenRange;
  /** The parts within, in the order of the body; their tokens add up to this part's. */
  parts?: TokenPart[];
}

/** Something of the request that the local count could not know, or only assumed. */
export interface LeftOut {
  /** The place in the provider's notation, such as `input[3].content[0]`; empty for the request itself. */
  param: string;
  /** Why it is not counted, or by which assumption it is. Never holds a part of the body. */
  reason: string;
}

/** An answer shaped as the provider's, which says that it is an estimate, how sure it is, and what it rests on. */
export interface LocalTokenCount extends InputTokenCountResponse {
  /** Always true: no provider was asked. */
  estimate: true;
  /** In which the provider's count lies: both ends equal where nothing is unknown. */
  range: TokenRange;
  /** Where the tokens go, in the order of the body; they add up to `input_tokens`. */
  parts: TokenPart[];
  /** What was not counted or only assumed, in the order of the body; at most 101 entries. */
  left_out: LeftOut[];
}

/** How a local counter counts. */
export interface LocalCounterOptions {
  /**
   * The tokenizer to use for every model in place of gpt-tokenizer.
   * @default the model's encoding, o200k_base or cl100k_base, of the optional package `gpt-tokenizer`, loaded when
   *   first needed
   */
  tokenizer?: Tokenizer | undefined;
}

/** How one count runs; the same shape as the client's, so that either can stand behind a gateway. */
export interface LocalCountOptions {
  /** Stops the count, also while it runs. */
  signal?: AbortSignal | undefined;
}

/** Counts input tokens offline. */
export interface LocalCounter {
  /**
   * Estimates the input tokens of a request. The body is neither checked nor changed. The event loop is left free
   * every few milliseconds, however large the body.
   * @throws {MissingTokenizerError} when no tokenizer was passed and gpt-tokenizer is not installed
   * @throws the signal's reason once it aborts
   */
  count(body?: DeepReadonly<InputTokenCountParams>, options?: LocalCountOptions): Promise<LocalTokenCount>;
}

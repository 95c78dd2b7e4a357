import type { InputTokenCountParams, InputTokenCountResponse } from "../../generated/types.js";
import type { ValidateOptions, Validation } from "../validate/types.js";

/** What a count is given beside the body. */
export interface CountOptions {
  /** Aborts when the caller goes away. */
  signal: AbortSignal;
  /** The caller's headers that are forwarded, under lower-case names. */
  headers: Record<string, string>;
}

/**
 * Counts the tokens of a checked body: by asking upstream, or offline.
 * The body is undefined where the caller sent none.
 */
export interface CountFunction {
  (body: InputTokenCountParams | undefined, options: CountOptions): Promise<InputTokenCountResponse>;
  /** The same, with upstream's id of the request, which the answer then carries; the client has it. */
  withResponse?: (
    body: InputTokenCountParams | undefined,
    options: CountOptions,
  ) => Promise<{ data: InputTokenCountResponse; requestId: string | null }>;
}

/** Something that counts, such as the client or the local counter. */
export interface Counter {
  count: CountFunction;
}

/** Decides on a body: the body itself, or what is wrong with it. */
export type Validator = (body: unknown) => Validation<InputTokenCountParams>;

/** How a request is checked before it is counted. */
export interface CheckOptions {
  /**
   * How strictly the body is validated: options for `validateRequest`, a validator of your own,
   * or `false` to let every JSON value through.
   * @default true
   */
  validate?: boolean | ValidateOptions | Validator;
  /**
   * The largest body that is read, in bytes; a larger one is answered with 413.
   * The default has room for a 50 MB file in base64.
   * @default 67_108_864
   */
  maxBodyBytes?: number;
  /**
   * How long a caller may take to send the body, in milliseconds; a slower one is answered with 408.
   * @default 30_000
   */
  bodyTimeoutMs?: number;
}

/** What a gateway is made of. */
export interface GatewayOptions extends CheckOptions {
  /** Counts the checked body: a client to forward it, the local counter, or a function. */
  count: CountFunction | Counter;
  /**
   * The caller's headers that reach `count`; all others stay behind.
   * @default ["authorization", "openai-organization", "openai-project"]
   */
  forwardHeaders?: readonly string[];
  /**
   * Is told each error that is answered with a 5xx; what it throws is dropped. The gateway logs nothing:
   * an error may quote a key or a body, so take care what you write down.
   */
  onError?: (error: unknown) => void;
}

/** The verdict on a request: the typed body (undefined where none was sent), or the answer to send back. */
export type CheckResult =
  { ok: true; body: InputTokenCountParams | undefined } | { ok: false; response: Response };

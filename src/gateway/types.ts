import type { ErrorResponse, InputTokenCountParams, InputTokenCountResponse } from "../../generated/types.js";
import type { Forwarded, HeadersOption } from "../client/options.js";
import type { ValidateOptions, Validation, ValidationIssue } from "../validate/types.js";
import type { CallerRequest } from "./gateway-request.js";

/** What a count is given beside the body. The client takes it as the options of a call. */
export interface CountContext<Native = unknown> {
  /** Aborts when the caller goes away. */
  signal: AbortSignal;
  /** The caller's headers that are forwarded, and over them what the option `headers` gives; lower-case names. */
  headers: Record<string, string>;
  /** The body as it was received, and whether the counter's own key may be used. */
  forwarded: Forwarded;
  /** The caller's request. */
  request: CallerRequest<Native>;
}

/**
 * Counts the tokens of a checked body: by asking upstream, or offline.
 * The body is undefined where the caller sent none.
 */
export interface CountFunction<Native = unknown> {
  (body: InputTokenCountParams | undefined, context: CountContext<Native>): Promise<InputTokenCountResponse>;
  /** The same, with what came along, which reaches the caller as `answerHeaders` says; the client has it. */
  withResponse?: (
    body: InputTokenCountParams | undefined,
    context: CountContext<Native>,
  ) => Promise<{ data: InputTokenCountResponse; requestId: string | null; headers?: Headers }>;
}

/** Something that counts, such as the client or the local counter. */
export interface Counter<Native = unknown> {
  count: CountFunction<Native>;
}

/**
 * Decides on a body: the body itself, or what is wrong with it. Where the value that it gives is not the one that
 * it got, that value is forwarded in place of the received text.
 */
export type Validator = (body: unknown) => Validation<InputTokenCountParams>;

/** An answer of status 400 or above, before it is written. */
export interface ErrorAnswer<Body = unknown> {
  status: number;
  /** Under lower-case names. */
  headers: Record<string, string>;
  /** What JSON is made of. */
  body: Body;
}

/** What became of a request; neither a body nor a key is in it. */
export interface AnswerFacts {
  /** The HTTP status of the answer; 499 where the caller has gone. */
  status: number;
  /** How long the answer took, in milliseconds. */
  ms: number;
  /** The count in tokens; null where there is none. */
  input_tokens: number | null;
  /** Upstream's id of the request; null where there is none. */
  requestId: string | null;
}

/** How a request is checked before it is counted. */
export interface CheckOptions<Native = unknown> {
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
  /**
   * Is told what is wrong with each body that is refused. A message may quote a short value of the body; the request
   * shows its headers to who asks only.
   */
  onRefuse?: (issues: readonly ValidationIssue[], request: CallerRequest<Native>) => unknown;
  /**
   * Puts refusals and faults into an envelope of your own: what it gives replaces status, headers or body of the
   * answer. What it throws, or what cannot be sent, is told to `onError`; the provider's envelope is sent then.
   */
  mapError?: (answer: ErrorAnswer<ErrorResponse>, request: CallerRequest<Native>) => Partial<ErrorAnswer>;
  /**
   * Is told each error that is answered with a 5xx; what it throws is dropped. The gateway logs nothing:
   * an error may quote a part of a body, so take care what you write down.
   */
  onError?: (error: unknown, request: CallerRequest<Native>) => unknown;
}

/** What a gateway is made of. */
export interface GatewayOptions<Native = unknown> extends CheckOptions<Native> {
  /** Counts the checked body: a client to forward it, the local counter, or a function. */
  count: CountFunction<Native> | Counter<Native>;
  /**
   * Whether a client with a key of its own may use it for callers who bring no Authorization. If not, they are
   * answered with 401.
   * @default false
   */
  shareKey?: boolean;
  /**
   * What goes upstream: the bytes that were `received`, or the `parsed` body, written anew. A parser reads the last
   * of two equal keys, and numbers as far as JavaScript has them; another may read the received text otherwise.
   * @default "received"
   */
  forwardBody?: "received" | "parsed";
  /**
   * The caller's headers that reach `count`; all others stay behind.
   * @default ["authorization", "openai-organization", "openai-project"]
   */
  forwardHeaders?: readonly string[];
  /** Gives headers of your own for upstream, such as a key for each tenant; they win over the caller's. */
  headers?: (request: CallerRequest<Native>) => HeadersOption | Promise<HeadersOption>;
  /**
   * Headers of upstream's answer that reach the caller, beside request id, rate limits, `retry-after`,
   * `retry-after-ms`, `x-should-retry`, `openai-processing-ms` and `openai-version`.
   * @default []
   */
  answerHeaders?: readonly string[];
  /**
   * The origins whose pages may call, such as `https://app.example.com`, or `"*"` for any. Their preflight requests
   * are answered. Without it no page of another origin can read an answer.
   */
  cors?: "*" | readonly string[];
  /** Is told what became of each request, for metrics and logs. */
  onAnswer?: (facts: AnswerFacts, request: CallerRequest<Native>) => unknown;
}

/** The verdict on a request: the typed body (undefined where none was sent), or the answer to send back. */
export type CheckResult =
  { ok: true; body: InputTokenCountParams | undefined } | { ok: false; response: Response };

import type { ValidateOptions } from "../validate/index.js";

/**
 * Sends a request and gives its answer, as the global `fetch` does. It gets a whole `Request`, fresh for each
 * try, so that a gateway handler fits as it is.
 */
export type FetchFunction = (request: Request) => Response | Promise<Response>;

/** An API key, or a function that gives one; it is asked once per call. */
export type KeySource = string | (() => string | Promise<string>);

/** Headers in any form that `fetch` takes; those that are undefined are left out. */
export type HeadersOption = Headers | [string, string][] | Record<string, string | undefined>;

/** How a client reaches the provider. Environment variables are read when the client is made. */
export interface ClientOptions {
  /**
   * The API key, or a function that gives it. `null` sends no key, and neither organization nor project of the
   * environment: for a gateway, whose callers bring their own. Not needed when `headers` hold an `Authorization`.
   * @default OPENAI_API_KEY
   */
  apiKey?: KeySource | null | undefined;
  /**
   * Where the API is, with its version and without the operation's path.
   * @default OPENAI_BASE_URL, else "https://api.openai.com/v1"
   */
  baseUrl?: string | undefined;
  /**
   * The organization to count for; `null` names none.
   * @default OPENAI_ORG_ID, beside the client's own key only
   */
  organization?: string | null | undefined;
  /**
   * The project to count for; `null` names none.
   * @default OPENAI_PROJECT_ID, beside the client's own key only
   */
  project?: string | null | undefined;
  /**
   * How long one try may take, body included, in milliseconds; Infinity for no limit.
   * @default 60000
   */
  timeout?: number | undefined;
  /**
   * How often to try again after status 408, 409, 429, 5xx and network faults, timeouts included.
   * @default 2; 0 in a gateway, whose callers try again themselves
   */
  maxRetries?: number | undefined;
  /**
   * The longest wait between two tries, in milliseconds; cuts short what `retry-after` asks for.
   * @default 60000
   */
  maxRetryDelay?: number | undefined;
  /**
   * The largest answer that is read, in bytes after decompression; a larger one is a `ResponseValidationError`.
   * @default 1_048_576
   */
  maxResponseBytes?: number | undefined;
  /**
   * Sends the requests; for proxies, other network stacks and tests.
   * @default the global fetch
   */
  fetch?: FetchFunction | undefined;
  /** Headers to send with every request; they win over the client's own. */
  headers?: HeadersOption | undefined;
  /**
   * Whether, and how strictly, a body is validated before it is sent: what its JSON says, which is what is sent.
   * @default true
   */
  validateRequest?: boolean | ValidateOptions | undefined;
  /**
   * Whether the shape of an answer is validated. That it is JSON at all is always seen to.
   * @default true
   */
  validateResponse?: boolean | undefined;
}

/** What a gateway says of the call that it makes for a caller of its own. */
export interface Forwarded {
  /**
   * The JSON of the body as it was received, empty for none; it is sent byte for byte.
   * @default the body, written as JSON
   */
  rawBody?: Uint8Array | string | undefined;
  /**
   * Whether the client's own key may be sent for a caller that brings none. If not, such a call throws
   * `MissingKeyError`, and nothing of the client's own goes out beside the caller's key.
   */
  shareKey: boolean;
}

/** What one call does differently from its client. */
export interface CountOptions {
  /** Ends the call with a `UserAbortError`, also while it waits for its next try. */
  signal?: AbortSignal | undefined;
  /**
   * How long one try may take, body included, in milliseconds; Infinity for no limit.
   * @default the client's
   */
  timeout?: number | undefined;
  /**
   * How often to try again.
   * @default the client's
   */
  maxRetries?: number | undefined;
  /** Headers to send with this request; they win over the client's. */
  headers?: HeadersOption | undefined;
  /** Set by a gateway, which has checked the body. Such a call is tried once, unless `maxRetries` says otherwise. */
  forwarded?: Forwarded | undefined;
}

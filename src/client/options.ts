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
   * The API key, or a function that gives it. `null` sends no key, for a gateway that has its own. Not needed
   * when `headers` hold an `Authorization`.
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
   * @default OPENAI_ORG_ID
   */
  organization?: string | null | undefined;
  /**
   * The project to count for; `null` names none.
   * @default OPENAI_PROJECT_ID
   */
  project?: string | null | undefined;
  /**
   * How long one try may take, body included, in milliseconds; Infinity for no limit.
   * @default 60000
   */
  timeout?: number | undefined;
  /**
   * How often to try again after status 408, 409, 429, 5xx and network faults, timeouts included.
   * @default 2
   */
  maxRetries?: number | undefined;
  /**
   * The longest wait between two tries, in milliseconds; cuts short what `retry-after` asks for.
   * @default 60000
   */
  maxRetryDelay?: number | undefined;
  /**
   * Sends the requests; for proxies, other network stacks and tests.
   * @default the global fetch
   */
  fetch?: FetchFunction | undefined;
  /** Headers to send with every request; they win over the client's own. */
  headers?: HeadersOption | undefined;
  /**
   * Whether, and how strictly, a body is validated before it is sent.
   * @default true
   */
  validateRequest?: boolean | ValidateOptions | undefined;
  /**
   * Whether the shape of an answer is validated. That it is JSON at all is always seen to.
   * @default true
   */
  validateResponse?: boolean | undefined;
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
}

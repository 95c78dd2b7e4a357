import { readRetryAfter } from "./answer-facts.js";
import { authorize } from "./authorize.js";
import { ConnectionError } from "./errors/connection-error.js";
import { exchange } from "./exchange.js";
import type { Settings } from "./settings.js";
import { wait } from "./abort.js";

const firstDelay = 500;
const longestBackoff = 8000;
const jitter = 0.25;

/** What one call needs to know to be sent. */
export type RetrySettings = Omit<Settings, "baseUrl" | "requestChecks" | "checksResponse"> & {
  /** The caller's signal; without it, the request's own counts. */
  signal?: AbortSignal | undefined;
};

/** How often a call is tried again where nobody has said. */
const defaultRetries = 2;

/**
 * Makes a `fetch` for openapi-fetch that adds the key, limits each try in time and tries again after faults
 * that pass. It stands below openapi-fetch because its middleware cannot send a request twice.
 */
export function createRetryingFetch(settings: RetrySettings): (request: Request) => Promise<Response> {
  const { fetch, timeout, maxRetries = defaultRetries, maxRetryDelay, maxResponseBytes } = settings;
  return async (request) => {
    const signal = settings.signal ?? request.signal;
    const headers = await authorize(request.headers, settings, signal);
    const body = await request.arrayBuffer();
    const call = { request, body, headers, fetch, signal, timeout, maxResponseBytes };
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt > maxRetries;
      let failed: Response | undefined;
      try {
        const response = await exchange({ ...call, attempt });
        if (isLast || !isWorthRetrying(response)) return response;
        failed = response;
      } catch (error) {
        if (isLast || !(error instanceof ConnectionError)) throw error;
      }
      await wait(computeRetryDelay(attempt - 1, failed?.headers, maxRetryDelay), signal);
    }
  };
}

/**
 * Says whether an answer is worth another try: status 408, 409, 429 and 5xx are, unless the provider says
 * otherwise with `x-should-retry`.
 */
function isWorthRetrying(response: Response): boolean {
  if (response.ok) return false;
  const wish = response.headers.get("x-should-retry");
  if (wish === "true") return true;
  if (wish === "false") return false;
  return [408, 409, 429].includes(response.status) || response.status >= 500;
}

/**
 * Says how long to wait before the next try, in milliseconds: what the answer asks for, else 500 ms doubled
 * with each retry up to 8 s, less up to a quarter at random so that clients do not come back in step.
 * @param retries How many retries there were before.
 * @param headers The headers of the failed answer; none after a network fault.
 * @param longest The cap on either, in milliseconds.
 */
export function computeRetryDelay(retries: number, headers: Headers | undefined, longest: number): number {
  const asked = headers === undefined ? null : readRetryAfter(headers);
  const backoff = Math.min(firstDelay * 2 ** retries, longestBackoff) * (1 - Math.random() * jitter);
  return Math.min(asked ?? backoff, longest);
}

import { authorize } from "./authorize.js";
import { ConnectionError } from "./errors/connection-error.js";
import { exchange } from "./exchange.js";
import { computeRetryDelay, isWorthRetrying } from "./retry-policy.js";
import type { Settings } from "./settings.js";
import { wait } from "./wait.js";

/** What one call needs to know to be sent. */
export type RetrySettings = Pick<
  Settings,
  "apiKey" | "fetch" | "timeout" | "maxRetries" | "maxRetryDelay"
> & {
  /** The caller's signal; without it, the request's own counts. */
  signal?: AbortSignal | undefined;
};

/**
 * Makes a `fetch` for openapi-fetch that adds the key, limits each try in time and tries again after faults
 * that pass. It stands below openapi-fetch because its middleware cannot send a request twice.
 */
export function createRetryingFetch(settings: RetrySettings): (request: Request) => Promise<Response> {
  const { apiKey, fetch, timeout, maxRetries, maxRetryDelay } = settings;
  return async (request) => {
    const signal = settings.signal ?? request.signal;
    const headers = await authorize(request.headers, apiKey, signal);
    const body = await request.text();
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt > maxRetries;
      let failed: Response | undefined;
      try {
        const response = await exchange({ request, body, headers, fetch, signal, timeout, attempt });
        if (isLast || !isWorthRetrying(response)) return response;
        failed = response;
      } catch (error) {
        if (isLast || !(error instanceof ConnectionError)) throw error;
      }
      await wait(computeRetryDelay(attempt - 1, failed?.headers, maxRetryDelay), signal);
    }
  };
}

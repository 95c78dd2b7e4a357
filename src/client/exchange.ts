import { ConnectionError } from "./errors/connection-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { UserAbortError } from "./errors/user-abort-error.js";
import { describeCause } from "./describe-cause.js";
import { onAbort } from "./on-abort.js";
import type { FetchFunction } from "./options.js";
import { longestTimer } from "./wait.js";

/** One try of a request. */
export interface Try {
  /** The request to send; it is not consumed, so that the next try can send it again. */
  request: Request;
  /** The body to send with it, empty for none. */
  body: string;
  /** The headers to send with it. */
  headers: Headers;
  fetch: FetchFunction;
  /** The caller's signal. */
  signal: AbortSignal;
  /** The time for headers and body together, in milliseconds; Infinity for no limit. */
  timeout: number;
  /** Which try this is, from 1. */
  attempt: number;
}

/**
 * Sends a request once and reads the whole answer, so that the timeout covers slow bodies and a connection
 * that breaks midway can be tried again.
 *
 * Ends when time is up or the caller aborts, even if the `fetch` in use ignores its signal.
 *
 * @throws {UserAbortError} when the caller's signal aborts.
 * @throws {TimeoutError} when the answer is not complete in time.
 * @throws {ConnectionError} when the connection fails.
 */
export async function exchange({
  request,
  body,
  headers,
  fetch,
  signal,
  timeout,
  attempt,
}: Try): Promise<Response> {
  if (signal.aborted) throw new UserAbortError(signal.reason);
  const controller = new AbortController();
  const copy = new Request(request, { headers, signal: controller.signal, ...(body === "" ? {} : { body }) });
  const stop = (): void => controller.abort();
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(new Error("stopped")), { once: true });
  });
  const timer = timeout > longestTimer ? undefined : setTimeout(stop, timeout);
  const forget = onAbort(signal, stop);
  try {
    return await Promise.race([stopped, readAnswer(fetch, copy)]);
  } catch (error) {
    if (signal.aborted) throw new UserAbortError(signal.reason);
    const place = describePlace(request.url);
    const tries = attempt === 1 ? "" : ` (try ${attempt})`;
    if (controller.signal.aborted) {
      throw new TimeoutError(
        `No complete answer from ${place} within ${timeout} ms${tries}.`,
        attempt,
        timeout,
      );
    }
    const message = `The connection to ${place} failed${tries}: ${describeCause(error)}.`;
    throw new ConnectionError(message, attempt, { cause: error });
  } finally {
    clearTimeout(timer);
    forget();
  }
}

async function readAnswer(fetch: FetchFunction, request: Request): Promise<Response> {
  const response = await fetch(request);
  if (request.signal.aborted) await response.body?.cancel();
  // A status without a body cannot be rebuilt with one, nor can those outside of 200 to 599; there is nothing to read.
  if (response.body === null || response.status < 200 || response.status > 599) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.arrayBuffer(), { status, statusText, headers });
}

/** Leaves out the query, which may hold secrets. */
function describePlace(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

import { longestTimer, onAbort } from "./abort.js";
import { ConnectionError } from "./errors/connection-error.js";
import { isInputTokensError } from "../input-tokens-error.js";
import { RedirectError } from "./errors/redirect-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { UserAbortError } from "./errors/user-abort-error.js";
import type { FetchFunction } from "./options.js";
import { readAnswer } from "./read-answer.js";

/** One try of a request. */
export interface Try {
  /** The request to send; it is not consumed, so that the next try can send it again. */
  request: Request;
  /** The body to send with it, empty for none. */
  body: ArrayBuffer;
  /** The headers to send with it. */
  headers: Headers;
  fetch: FetchFunction;
  /** The caller's signal. */
  signal: AbortSignal;
  /** The time for headers and body together, in milliseconds; Infinity for no limit. */
  timeout: number;
  /** The largest answer that is read, in bytes. */
  maxResponseBytes: number;
  /** Which try this is, from 1. */
  attempt: number;
}

/**
 * Sends a request once and reads the whole answer.
 *
 * Ends when time is up or the caller aborts, even if the `fetch` in use ignores its signal. A redirect is followed
 * within the origin only, and only where it keeps method and body.
 *
 * @throws {UserAbortError} when the caller's signal aborts.
 * @throws {TimeoutError} when the answer is not complete in time.
 * @throws {ConnectionError} when the connection fails.
 * @throws {RedirectError} when the answer points elsewhere.
 * @throws {ResponseValidationError} when the answer is too large or too deep.
 */
export async function exchange(attempted: Try): Promise<Response> {
  const { request, signal, timeout, attempt } = attempted;
  if (signal.aborted) throw new UserAbortError(signal.reason);
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(new Error("stopped")), { once: true });
  });
  const timer = timeout > longestTimer ? undefined : setTimeout(stop, timeout);
  const forget = onAbort(signal, stop);
  try {
    return await Promise.race([stopped, ask(attempted, controller.signal)]);
  } catch (error) {
    if (signal.aborted) throw new UserAbortError(signal.reason);
    const place = describePlace(request.url);
    const tries = attempt === 1 ? "" : ` (try ${attempt})`;
    if (controller.signal.aborted) {
      const message = `No complete answer from ${place} within ${timeout} ms${tries}.`;
      throw new TimeoutError(message, attempt, timeout);
    }
    if (isInputTokensError(error)) throw error;
    const message = `The connection to ${place} failed${tries}: ${describeCause(error)}.`;
    throw new ConnectionError(message, attempt, { cause: error });
  } finally {
    clearTimeout(timer);
    forget();
  }
}

const mostRedirects = 5;

async function ask(
  { request, body, headers, fetch, maxResponseBytes }: Try,
  signal: AbortSignal,
): Promise<Response> {
  const init: RequestInit = { method: request.method, headers, signal, redirect: "manual" };
  if (body.byteLength > 0) init.body = body;
  let sent = new Request(request, init);
  for (let redirects = 0; ; redirects += 1) {
    const response = await fetch(sent);
    if (signal.aborted) await response.body?.cancel();
    if (!isRedirect(response)) return readAnswer(response, maxResponseBytes, headers.get("authorization"));
    response.body?.cancel().catch(() => undefined);
    const target = findTarget(response, sent.url);
    const keepsBody = response.status === 307 || response.status === 308;
    if (!keepsBody || target?.origin !== new URL(sent.url).origin || redirects === mostRedirects)
      throw new RedirectError(response.status, response.headers, target);
    sent = new Request(target, init);
  }
}

function isRedirect({ type, status, headers }: Response): boolean {
  // Browsers hide status and target of a redirect that is not followed.
  return type === "opaqueredirect" || ([301, 302, 303, 307, 308].includes(status) && headers.has("location"));
}

function findTarget({ headers }: Response, base: string): URL | null {
  const location = headers.get("location");
  try {
    return location === null ? null : new URL(location, base);
  } catch {
    return null;
  }
}

/** Leaves out the query, which may hold secrets. */
function describePlace(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/**
 * Names why a connection failed by its error code, such as `ECONNREFUSED`, which runtimes hide in nested causes.
 * Never gives a message, which may repeat what was sent.
 */
function describeCause(error: unknown): string {
  let cause = error;
  for (let depth = 0; depth < 5 && typeof cause === "object" && cause !== null; depth++) {
    if ("code" in cause && typeof cause.code === "string" && /^[A-Z][A-Z0-9_]+$/.test(cause.code))
      return cause.code;
    cause = "cause" in cause ? cause.cause : undefined;
  }
  return "no reason given";
}

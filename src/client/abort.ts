import { UserAbortError } from "./errors/user-abort-error.js";

const callbacksOf = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once when a signal aborts. All calls that share a signal share one listener: from the eleventh on
 * Node would warn of a leak.
 * @returns Takes the callback back.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = callbacksOf.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
  };
}

/** The listener stays for as long as the signal lives; it holds nothing but the set. */
function listen(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>();
  callbacksOf.set(signal, callbacks);
  signal.addEventListener("abort", () => callbacks.forEach((callback) => callback()), { once: true });
  return callbacks;
}

/** The longest delay that `setTimeout` takes, in milliseconds; above it fires at once. */
export const longestTimer = 2 ** 31 - 1;

/**
 * Waits, or ends at once when the signal aborts.
 * @throws {UserAbortError} when the signal is or becomes aborted.
 */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  let wake = (): void => {};
  const aborted = new Promise<void>((resolve) => (wake = resolve));
  const forget = onAbort(signal, wake);
  const timer = setTimeout(wake, Math.min(milliseconds, longestTimer));
  if (!signal.aborted) await aborted;
  clearTimeout(timer);
  forget();
  if (signal.aborted) throw new UserAbortError(signal.reason);
}

import { UserAbortError } from "./errors/user-abort-error.js";
import { onAbort } from "./on-abort.js";

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

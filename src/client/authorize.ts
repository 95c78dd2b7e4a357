import { ConfigurationError } from "./errors/configuration-error.js";
import { MissingKeyError } from "./errors/missing-key-error.js";
import { UserAbortError } from "./errors/user-abort-error.js";
import { onAbort } from "./on-abort.js";
import type { KeySource } from "./options.js";

/**
 * Copies headers and adds the key as a bearer token, unless they hold an `Authorization` already or the key
 * is null.
 * @throws {MissingKeyError} when there is no key.
 * @throws {ConfigurationError} when the key has characters that no HTTP header may have.
 * @throws {UserAbortError} when the signal aborts before the key is there.
 */
export async function authorize(
  given: Headers,
  source: KeySource | null | undefined,
  signal: AbortSignal,
): Promise<Headers> {
  const headers = new Headers(given);
  if (source === null || headers.has("authorization")) return headers;
  const key = typeof source === "function" ? await callSource(source, signal) : source;
  if (typeof key !== "string" || key.trim() === "") throw new MissingKeyError(describeMissing(source));
  try {
    headers.set("authorization", `Bearer ${key.trim()}`);
  } catch {
    // Without the cause: its message repeats the key.
    throw new ConfigurationError("apiKey", "Invalid apiKey: it has characters that no HTTP header may have.");
  }
  return headers;
}

/** Asks for the key, but no longer than the caller wants to wait. */
async function callSource(source: () => string | Promise<string>, signal: AbortSignal): Promise<unknown> {
  let stop = (): void => {};
  const aborted = new Promise<void>((resolve) => (stop = resolve));
  const forget = onAbort(signal, stop);
  try {
    const key = signal.aborted ? undefined : await Promise.race([aborted, source()]);
    if (!signal.aborted) return key;
  } catch (error) {
    throw new MissingKeyError("No API key: the apiKey function failed.", { cause: error });
  } finally {
    forget();
  }
  throw new UserAbortError(signal.reason);
}

function describeMissing(source: KeySource | undefined): string {
  if (typeof source === "function") return "No API key: the apiKey function gave none.";
  return "No API key: set OPENAI_API_KEY, or pass apiKey or an Authorization header to createClient.";
}

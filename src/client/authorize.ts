import { onAbort } from "./abort.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import { MissingKeyError } from "./errors/missing-key-error.js";
import { UserAbortError } from "./errors/user-abort-error.js";
import type { KeySource } from "./options.js";
import type { Settings } from "./settings.js";

/** What `authorize` needs of a client's settings. */
export type KeySettings = Pick<Settings, "apiKey" | "headers" | "keyHeaders">;

/**
 * Copies headers and adds the key as a bearer token, unless they hold an `Authorization` already or the key
 * is null; with the client's own key go organization and project of the environment.
 * @throws {MissingKeyError} when there is no key.
 * @throws {ConfigurationError} when the key has characters that no HTTP header may have.
 * @throws {UserAbortError} when the signal aborts before the key is there.
 */
export async function authorize(
  given: Headers,
  { apiKey: source, headers: own, keyHeaders }: KeySettings,
  signal: AbortSignal,
): Promise<Headers> {
  const headers = new Headers(given);
  const present = headers.get("authorization");
  if (source !== null && (present === null || present === own.get("authorization"))) {
    for (const [name, value] of keyHeaders) if (!headers.has(name)) headers.set(name, value);
  }
  if (source === null || present !== null) return headers;
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

/** Headers that say who pays. */
const credentialNames = ["authorization", "proxy-authorization", "api-key", "x-api-key", "cookie"];

/** What a call sends on behalf of somebody else: nothing of the client's own beside what they bring. */
export interface ForeignCall {
  /** Null takes a header of the client's away. */
  headers: Record<string, string | null>;
  apiKey: null;
}

/**
 * Keeps a client's own key out of a call that is made for somebody else.
 * @throws {MissingKeyError} when they bring no key and the client has one, so that an answer would cost its owner.
 */
export function withholdKey(given: Headers, { apiKey, headers: own }: KeySettings): ForeignCall {
  const brings = credentialNames.some((name) => given.has(name));
  const owns = apiKey !== null || credentialNames.some((name) => own.has(name));
  if (owns && !brings)
    throw new MissingKeyError("No API key: the caller sent none, and the client's is not shared.");
  const removed = Object.fromEntries(credentialNames.map((name) => [name, null]));
  return { headers: { ...removed, ...Object.fromEntries(given) }, apiKey: null };
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

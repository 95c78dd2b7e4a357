import { ConfigurationError } from "./errors/configuration-error.js";

/**
 * Refuses an option.
 * @throws {ConfigurationError} always
 */
export function fail(option: string, expected: string, got: string): never {
  throw new ConfigurationError(option, `Invalid ${option}: expected ${expected}, but got ${got}.`);
}

/** Names the kind of a value and shows numbers only: any other might be the key in the wrong place. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === "number" ? String(value) : `a value of type ${typeof value}`;
}

/**
 * Returns a time limit in milliseconds, above 0.
 * @throws {ConfigurationError} when it is none.
 */
export function checkTimeout(option: string, value: unknown): number {
  if (typeof value === "number" && value > 0) return value;
  return fail(option, "a number of milliseconds above 0", describe(value));
}

/**
 * Returns a delay in milliseconds, 0 or more.
 * @throws {ConfigurationError} when it is none.
 */
export function checkDelay(option: string, value: unknown): number {
  if (typeof value === "number" && value >= 0) return value;
  return fail(option, "a number of milliseconds, 0 or more", describe(value));
}

/**
 * Returns a size in bytes.
 * @throws {ConfigurationError} when it is no whole number, 0 or more.
 */
export function checkBytes(option: string, value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  return fail(option, "a whole number of bytes, 0 or more", describe(value));
}

/**
 * Returns a number of retries.
 * @throws {ConfigurationError} when it is no whole number, 0 or more.
 */
export function checkRetries(option: string, value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  return fail(option, "a whole number, 0 or more", describe(value));
}

/**
 * Returns a base URL without slashes at its end. Takes a relative one where there is a page to relate it to.
 * @throws {ConfigurationError} when it is no HTTP URL or has credentials, query or fragment.
 */
export function checkBaseUrl(option: string, value: unknown): string {
  const expected = "an HTTP URL without credentials, query and fragment";
  if (typeof value !== "string" || value.trim() === "") return fail(option, expected, describe(value));
  const page = typeof location === "object" ? location.href : undefined;
  const url = parseUrl(value.trim(), page);
  if (url === undefined) return fail(option, expected, "a string that is no URL");
  if (!/^https?:$/.test(url.protocol))
    return fail(option, expected, `a URL that begins with ${url.protocol}`);
  if (url.username !== "" || url.password !== "") return fail(option, expected, "a URL with credentials");
  if (url.search !== "" || url.hash !== "") return fail(option, expected, "a URL with query or fragment");
  return url.href.replace(/\/+$/, "");
}

function parseUrl(text: string, base: string | undefined): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

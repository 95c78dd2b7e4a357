/**
 * Reads how long an answer asks to wait: `retry-after-ms`, else `retry-after` in seconds or as an HTTP date.
 * @returns Milliseconds, never negative; null if the answer does not say or says it unreadably.
 */
export function readRetryAfter(headers: Headers): number | null {
  const milliseconds = readDecimal(headers.get("retry-after-ms"));
  if (milliseconds !== null) return milliseconds;
  const value = headers.get("retry-after");
  const seconds = readDecimal(value);
  if (seconds !== null) return seconds * 1000;
  const date = Date.parse(value ?? "");
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** Takes plain decimals only: `Date.parse` and `Number` would both read something into `-1` or an empty string. */
function readDecimal(value: string | null): number | null {
  return value !== null && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : null;
}

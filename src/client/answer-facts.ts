/** Reads the provider's id of a request from the headers of its answer; null if there is none. */
export function readRequestId(headers: Headers): string | null {
  return headers.get("x-request-id");
}

/** The three forms of a date in HTTP all hold a name of a day and a time; `Date.parse` reads one into `-1` and `5, 10`. */
const httpDate = /^[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d/;

/**
 * Reads how long an answer asks to wait: `retry-after-ms`, else `retry-after` in seconds or as an HTTP date.
 * @returns Milliseconds, never negative; null if the answer does not say or says it unreadably.
 */
export function readRetryAfter(headers: Headers): number | null {
  const milliseconds = readDecimal(headers.get("retry-after-ms"));
  if (milliseconds !== null) return milliseconds;
  const value = headers.get("retry-after") ?? "";
  const seconds = readDecimal(value);
  if (seconds !== null) return seconds * 1000;
  const date = httpDate.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** Takes plain decimals only: `Number` would read something into an empty string. */
function readDecimal(value: string | null): number | null {
  return value !== null && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : null;
}

/**
 * Says what kind of thing came instead of the expected JSON, without repeating it.
 * @param body The body of an answer: parsed if it was JSON, else its text, undefined if it was empty.
 */
export function describeBody(body: unknown, headers: Headers): string {
  if (body === undefined || body === "") return "an empty body";
  if (typeof body !== "string") return "JSON of another shape";
  const isPage = /^\s*<(!doctype|html|head|body)/i.test(body.slice(0, 200));
  return isPage || /^text\/html\b/i.test(headers.get("content-type") ?? "")
    ? "an HTML page"
    : "text that is not JSON";
}

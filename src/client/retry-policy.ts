import { readRetryAfter } from "./retry-after.js";

const firstDelay = 500;
const longestBackoff = 8000;
const jitter = 0.25;

/**
 * Says whether an answer is worth another try: status 408, 409, 429 and 5xx are, unless the provider says
 * otherwise with `x-should-retry`.
 */
export function isWorthRetrying(response: Response): boolean {
  if (response.ok) return false;
  const wish = response.headers.get("x-should-retry");
  if (wish === "true") return true;
  if (wish === "false") return false;
  return [408, 409, 429].includes(response.status) || response.status >= 500;
}

/**
 * Says how long to wait before the next try, in milliseconds: what the answer asks for, else 500 ms doubled
 * with each retry up to 8 s, less up to a quarter at random so that clients do not come back in step.
 * @param retries How many retries there were before.
 * @param headers The headers of the failed answer; none after a network fault.
 * @param longest The cap on either, in milliseconds.
 */
export function computeRetryDelay(retries: number, headers: Headers | undefined, longest: number): number {
  const asked = headers === undefined ? null : readRetryAfter(headers);
  const backoff = Math.min(firstDelay * 2 ** retries, longestBackoff) * (1 - Math.random() * jitter);
  return Math.min(asked ?? backoff, longest);
}

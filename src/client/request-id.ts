/** Reads the provider's id of a request from the headers of its answer; null if there is none. */
export function readRequestId(headers: Headers): string | null {
  return headers.get("x-request-id");
}

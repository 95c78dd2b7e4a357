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

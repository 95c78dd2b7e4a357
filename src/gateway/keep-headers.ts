/** What an SDK makes something of: whom to ask, when to come back, what is left, how long it took. */
const KEPT =
  /^(x-request-id|retry-after|retry-after-ms|x-should-retry|openai-processing-ms|openai-version|x-ratelimit-.*)$/;

/** The headers of upstream's answer that reach the caller, under lower-case names. */
export function keepHeaders(headers: Headers, further: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (KEPT.test(name) || further.includes(name)) kept[name] = value;
  });
  return kept;
}

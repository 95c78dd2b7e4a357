import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import type { paths } from "../../generated/types.js";
import { type Count, createCount } from "./count.js";
import type { ClientOptions } from "./options.js";
import { createRetryingFetch } from "./retrying-fetch.js";
import { resolveSettings } from "./settings.js";

/** A client of the provider's input token count. */
export interface Client {
  /** Asks the provider how many input tokens a request would cost. */
  count: Count;
  /**
   * The openapi-fetch client below, with the same key, headers, timeout and retries, for what `count` does not
   * do. It validates nothing and gives error answers as `error` instead of throwing them.
   */
  raw: FetchClient<paths>;
}

/**
 * Makes a client of the provider's input token count.
 *
 * @example
 * const client = createClient(); // the key from OPENAI_API_KEY
 * const { input_tokens } = await client.count({ model: "gpt-5", input: "Tell me a joke." });
 *
 * @example
 * try {
 *   const { data, requestId } = await client.count.withResponse(body, { timeout: 5_000 });
 * } catch (error) {
 *   if (isRateLimitError(error)) console.log(`Wait ${error.retryAfter} ms (request ${error.requestId}).`);
 *   else throw error;
 * }
 *
 * @throws {ConfigurationError} when an option or an environment variable makes no sense. A missing key shows
 * at the first call only.
 */
export function createClient(options: ClientOptions = {}): Client {
  const settings = resolveSettings(options);
  const { baseUrl, headers } = settings;
  const raw = createFetchClient<paths>({ baseUrl, headers, fetch: createRetryingFetch(settings) });
  return { count: createCount(raw, settings), raw };
}

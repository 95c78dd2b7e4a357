import { toResponse } from "./answer.js";
import { routeRequest } from "./answer-request.js";
import { FetchRequest } from "./fetch-request.js";
import { resolveOptions } from "./settings.js";
import type { GatewayOptions } from "./types.js";

/**
 * Makes a Fetch handler for `POST …/responses/input_tokens`, under any prefix, for every runtime that
 * serves Fetch. A bad body is answered with the provider's 400 before it costs a round trip; what goes
 * wrong upstream is passed on, a time-out as 504 and an unreachable upstream as 502. The handler never
 * rejects, and neither logs nor echoes a header, a key or a body.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @example
 * // The caller's key goes upstream, and no other.
 * const handler = createHandler({ count: createClient({ apiKey: null }) });
 * export default { fetch: handler };
 */
export function createHandler(options: GatewayOptions<Request>): (request: Request) => Promise<Response> {
  const settings = resolveOptions(options);
  return async (request) => toResponse(await routeRequest(new FetchRequest(request, request), settings));
}

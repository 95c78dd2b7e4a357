import type { IncomingMessage, ServerResponse } from "node:http";
import { answerError } from "./answer-error.js";
import { routeRequest } from "./answer-request.js";
import { NodeRequest, sendAnswer } from "./node-exchange.js";
import { resolveOptions } from "./settings.js";
import type { GatewayOptions } from "./types.js";

/**
 * Makes a listener for node:http that does what `createHandler` does for Fetch.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @example
 * createServer(createListener({ count: createClient({ apiKey: null }) })).listen(8080);
 */
export function createListener(
  options: GatewayOptions<IncomingMessage>,
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const settings = resolveOptions(options);
  return (incoming, outgoing) => {
    routeRequest(new NodeRequest(incoming, outgoing, incoming), settings)
      .then((answer) => sendAnswer(outgoing, answer))
      .catch(() => outgoing.destroy());
  };
}

/**
 * Answers an error as `toErrorResponse` does, through a response of node:http or Express.
 *
 * @example
 * client.count(body).then((count) => res.json(count), (error) => sendErrorResponse(res, error));
 */
export function sendErrorResponse(outgoing: ServerResponse, error: unknown): void {
  sendAnswer(outgoing, answerError(error));
}

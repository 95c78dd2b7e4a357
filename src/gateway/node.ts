import type { IncomingMessage, ServerResponse } from "node:http";
import { NodeRequest } from "./node-exchange.js";
import { sendAnswer } from "./node-exchange.js";
import { routeRequest } from "./answer-request.js";
import type { GatewayOptions } from "./types.js";

/**
 * Makes a listener for node:http that does what `createHandler` does for Fetch.
 *
 * @example
 * createServer(createListener({ count: createLocalCounter() })).listen(8080);
 */
export function createListener(
  options: GatewayOptions,
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    routeRequest(incoming.url ?? "", new NodeRequest(incoming, outgoing), options)
      .then((answer) => sendAnswer(incoming, outgoing, answer))
      .catch(() => outgoing.destroy());
  };
}

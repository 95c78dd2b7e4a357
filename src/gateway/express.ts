import type { IncomingMessage, ServerResponse } from "node:http";
import { answerRequest } from "./answer-request.js";
import { decideRequest } from "./decide.js";
import type { GatewayRequest } from "./gateway-request.js";
import { isCountPath } from "./answer-request.js";
import { NodeRequest } from "./node-exchange.js";
import { sendAnswer } from "./node-exchange.js";
import type { CheckOptions, GatewayOptions } from "./types.js";

/** What the middleware needs of an Express request; Express 4 and 5 and Connect have it. */
export interface ExpressRequest extends IncomingMessage {
  originalUrl?: string;
  body?: unknown;
}

/** Middleware for Express 5 and 4, and for Connect. */
export type ExpressMiddleware = (
  incoming: ExpressRequest,
  outgoing: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Makes middleware that checks, counts and answers at `…/responses/input_tokens` and lets all else pass.
 * Put it before `express.json()`: broken JSON is then answered in the provider's envelope.
 *
 * @example
 * app.use(answerInputTokens({ count: createClient() }));
 */
export function answerInputTokens(options: GatewayOptions): ExpressMiddleware {
  return (incoming, outgoing, next) => {
    if (!isCountPath(incoming.originalUrl ?? incoming.url ?? "")) return next();
    answerRequest(wrapExpressRequest(incoming, outgoing), options)
      .then((answer) => sendAnswer(incoming, outgoing, answer))
      .catch(next);
  };
}

/**
 * Makes middleware that answers a bad request and lets a good one pass, its parsed body in `req.body`.
 * Mount it on the route: it does not look at the path.
 *
 * @example
 * app.post("/v1/responses/input_tokens", guardInputTokens(), (req, res) => forward(req.body, res));
 */
export function guardInputTokens(options: CheckOptions = {}): ExpressMiddleware {
  return (incoming, outgoing, next) => {
    decideRequest(wrapExpressRequest(incoming, outgoing), options).then((decision) => {
      if (!decision.ok) return sendAnswer(incoming, outgoing, decision.answer);
      incoming.body = decision.body;
      next();
    }, next);
  };
}

/** Express 4 sets `req.body` even where its parsers passed the request by: then nobody has read it yet. */
function wrapExpressRequest(incoming: ExpressRequest, outgoing: ServerResponse): GatewayRequest {
  return new NodeRequest(incoming, outgoing, incoming.readableDidRead ? incoming.body : undefined);
}

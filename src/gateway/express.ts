import type { IncomingMessage, ServerResponse } from "node:http";
import type { InputTokenCountParams } from "../../generated/types.js";
import { type Answer, refuse } from "./answer.js";
import { answerRequest, isCountPath } from "./answer-request.js";
import { decideRequest, refuseContentEncoding, refuseContentType } from "./decide.js";
import type { EarlierBody } from "./gateway-request.js";
import { finishRefusal } from "./hooks.js";
import { NodeRequest, sendAnswer } from "./node-exchange.js";
import { refuseNoJson, refuseTooLarge } from "./read-body.js";
import { resolveCheckOptions, resolveOptions } from "./settings.js";
import type { CheckOptions, GatewayOptions } from "./types.js";

export { sendErrorResponse } from "./node.js";

/** What the middleware needs of an Express request; Express 4 and 5 and Connect have it. */
export interface ExpressRequest<Body = unknown> extends IncomingMessage {
  originalUrl?: string;
  body?: Body;
}

/** Middleware for Express 5 and 4, and for Connect. */
export type ExpressMiddleware<Body = unknown> = (
  incoming: ExpressRequest<Body>,
  outgoing: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** Middleware for errors, for Express 5 and 4, and for Connect. */
export type ExpressErrorMiddleware = (
  error: unknown,
  incoming: ExpressRequest,
  outgoing: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Makes middleware that checks, counts and answers at `…/responses/input_tokens` and lets all else pass, and with it
 * `answerBodyErrors` for that path. Put it before `express.json()`: what is forwarded is then what was received.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @example
 * // The caller's key goes upstream, and no other.
 * app.use(answerInputTokens({ count: createClient({ apiKey: null }) }));
 */
export function answerInputTokens(
  options: GatewayOptions<ExpressRequest>,
): [ExpressMiddleware, ExpressErrorMiddleware] {
  const settings = resolveOptions(options);
  const answerErrors = answerBodyErrors(options);
  return [
    (incoming, outgoing, next) => {
      const request = wrapExpressRequest(incoming, outgoing);
      if (!isCountPath(request.path)) return next();
      answerRequest(request, settings)
        .then((answer) => sendAnswer(outgoing, answer))
        .catch(next);
    },
    (error, incoming, outgoing, next) => {
      if (isCountPath(wrapExpressRequest(incoming, outgoing).path))
        answerErrors(error, incoming, outgoing, next);
      else next(error);
    },
  ];
}

/**
 * Makes middleware that answers a bad request and lets a good one pass, its parsed body in `req.body`.
 * Mount it on the route: it does not look at the path. Where `express.json()` runs before it, add `answerBodyErrors`.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @example
 * app.post("/v1/responses/input_tokens", guardInputTokens(), async (req, res) => {
 *   res.json(await client.count(req.body));
 * });
 */
export function guardInputTokens(
  options: CheckOptions<ExpressRequest> = {},
): ExpressMiddleware<InputTokenCountParams | undefined> {
  const settings = resolveCheckOptions(options);
  return (incoming, outgoing, next) => {
    const request = wrapExpressRequest(incoming, outgoing);
    decideRequest(request, settings).then((decision) => {
      if (!decision.ok) return sendAnswer(outgoing, finishRefusal(decision.answer, request, settings));
      incoming.body = decision.body;
      next();
    }, next);
  };
}

/**
 * Makes middleware that answers what `express.json()` and its like refuse (broken JSON, too large, compressed in
 * an unknown way) in the provider's envelope, and lets all other errors pass. Put it after the routes.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @example
 * app.use("/v1/responses/input_tokens", answerBodyErrors());
 */
export function answerBodyErrors(
  options: Pick<CheckOptions<ExpressRequest>, "mapError" | "onError"> = {},
): ExpressErrorMiddleware {
  const settings = resolveCheckOptions(options);
  // Express tells middleware for errors by its four parameters.
  return (error, incoming, outgoing, next) => {
    const answer = answerBodyError(error);
    if (!answer) return next(error);
    sendAnswer(outgoing, finishRefusal(answer, wrapExpressRequest(incoming, outgoing), settings));
  };
}

function answerBodyError(error: unknown): Answer | undefined {
  if (typeof error !== "object" || error === null || !("type" in error)) return undefined;
  switch (error.type) {
    case "entity.parse.failed":
      return refuseNoJson();
    case "entity.too.large":
      return refuseTooLarge("limit" in error ? Number(error.limit) : NaN);
    case "encoding.unsupported":
      return refuseContentEncoding();
    case "charset.unsupported":
      return refuseContentType();
    case "request.size.invalid":
    case "request.aborted":
      return refuse(400, "The request body is not as long as its content-length says.");
    default:
      return undefined;
  }
}

function wrapExpressRequest(incoming: ExpressRequest, outgoing: ServerResponse): NodeRequest<ExpressRequest> {
  return new NodeRequest(incoming, outgoing, incoming, readEarlierBody(incoming));
}

function readEarlierBody({ body, headers, readableDidRead }: ExpressRequest): EarlierBody | undefined {
  // Express 4 sets `req.body` even where its parsers passed the request by: then nobody has read it yet.
  if (!readableDidRead || body === undefined) return undefined;
  if (body instanceof Uint8Array) return { text: body };
  if (typeof body !== "string") return { value: body };
  return isParsedString(body, headers) ? { value: body } : { text: body };
}

/**
 * Tells a string that `express.json({ strict: false })` has parsed from the text that `express.text()` has read: the
 * JSON of a string is longer than the string.
 */
function isParsedString(body: string, headers: IncomingMessage["headers"]): boolean {
  const received = Number(headers["content-length"]);
  if (headers["content-encoding"] !== undefined || !(received > body.length)) return false;
  return new TextEncoder().encode(JSON.stringify(body)).byteLength <= received;
}

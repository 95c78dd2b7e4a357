import type {
  FastifyInstance,
  FastifyPluginCallback,
  FastifyReply,
  FastifyRequest,
  preParsingHookHandler,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
  RouteShorthandOptions,
} from "fastify";
import type { IncomingMessage } from "node:http";
import type { InputTokenCountParams } from "../../generated/types.js";
import type { Answer } from "./answer.js";
import { answerRequest } from "./answer-request.js";
import { checkHead, decideBody, refuseContentEncoding, refuseContentType } from "./decide.js";
import type { EarlierBody } from "./gateway-request.js";
import { finishRefusal } from "./hooks.js";
import { NodeRequest, sendAnswer } from "./node-exchange.js";
import { refuseNoJson, refuseTooLarge } from "./read-body.js";
import { type CheckSettings, resolveCheckOptions, resolveOptions, type Settings } from "./settings.js";
import type { CheckOptions, GatewayOptions } from "./types.js";

/**
 * A Fastify plugin that serves `/responses/input_tokens` under the prefix it is registered with.
 * Hooks run as on any route; the body is read by the gateway, so that all refusals are in the provider's envelope.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @example
 * // The caller's key goes upstream, and no other.
 * app.register(answerInputTokens, { prefix: "/v1", count: createClient({ apiKey: null }) });
 */
export const answerInputTokens: FastifyPluginCallback<GatewayOptions<FastifyRequest>> = (
  app,
  options,
  done,
) => {
  try {
    serveCount(app, resolveOptions(options));
    done();
  } catch (error) {
    done(error as Error); // a ConfigurationError; Fastify would wait for a plugin that throws
  }
};

function serveCount(app: FastifyInstance, settings: Settings<FastifyRequest>): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, parsed) => parsed(null));
  app.setErrorHandler((error, request, reply) => {
    if (codeOf(error) !== "FST_ERR_CTP_INVALID_MEDIA_TYPE") throw error; // the app's own error handler takes it
    return send(reply, finishRefusal(refuseContentType(), wrap(request, reply), settings));
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const answered = await answerRequest(wrap(request, reply), settings);
    if (request.raw.complete) return send(reply, answered);
    // Fastify would keep the connection of a caller that is still sending.
    reply.hijack();
    sendAnswer(reply.raw, answered);
    return undefined;
  };
  app.all("/responses/input_tokens", answer);
  app.all("/responses/input_tokens/", answer);
}

/** What a guarded Fastify route gets as `request.body`. */
export interface GuardedRoute {
  Body: InputTokenCountParams | undefined;
}

type RouteOptions = RouteShorthandOptions<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  GuardedRoute
>;

/** A hook of Fastify that answers a bad body as Fastify has parsed it. */
export type GuardHook = (
  request: FastifyRequest<GuardedRoute>,
  reply: FastifyReply,
) => Promise<FastifyReply | undefined>;

/** Options of a route, to be spread; alone it is the `preValidation` hook that they hold. */
export type FastifyGuard = GuardHook &
  Pick<RouteOptions, "bodyLimit" | "errorHandler" | "preParsing" | "preValidation">;

/**
 * Makes options for a route that answer a bad request and let a good one pass, its body in `request.body`. With them
 * come the limit of the body and the answers to what Fastify's own parser refuses.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @example
 * app.post("/v1/responses/input_tokens", { ...guardInputTokens() }, (request) => client.count(request.body));
 */
export function guardInputTokens(
  options: Omit<CheckOptions<FastifyRequest>, "bodyTimeoutMs"> = {},
): FastifyGuard {
  const settings = resolveCheckOptions(options);
  const preValidation: GuardHook = async (request, reply) => {
    const seen = wrap(request, reply, { value: request.body });
    const refusal = checkHead(seen) ?? checkLength(request, settings);
    if (refusal) return send(reply, finishRefusal(refusal, seen, settings));
    const decision = decideBody(request.body, settings.validate);
    return decision.ok ? undefined : send(reply, finishRefusal(decision.answer, seen, settings));
  };
  const errorHandler: RouteOptions["errorHandler"] = (error, request, reply) => {
    const answer = answerBodyError(error, request, settings);
    if (!answer) throw error; // the app's own error handler takes it
    void send(reply, finishRefusal(answer, wrap(request, reply), settings));
  };
  const { maxBodyBytes: bodyLimit } = settings;
  return Object.assign(preValidation.bind(null), { bodyLimit, errorHandler, preParsing, preValidation });
}

/** Fastify refuses an empty body that says it is JSON; the contract lets a request have none. */
const preParsing: preParsingHookHandler = ({ raw }, _reply, payload, done) => {
  if (raw.headers["content-length"] === "0") delete raw.headers["content-type"];
  done(null, payload);
};

function checkLength(
  { raw }: FastifyRequest,
  { maxBodyBytes }: CheckSettings<FastifyRequest>,
): Answer | undefined {
  return Number(raw.headers["content-length"]) > maxBodyBytes ? refuseTooLarge(maxBodyBytes) : undefined;
}

function answerBodyError(
  error: unknown,
  { raw }: FastifyRequest,
  { maxBodyBytes }: CheckSettings<FastifyRequest>,
): Answer | undefined {
  switch (codeOf(error)) {
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return refuseContentType();
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return refuseTooLarge(maxBodyBytes);
    case "FST_ERR_CTP_INVALID_JSON_BODY":
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return raw.headers["content-encoding"] === undefined ? refuseNoJson() : refuseContentEncoding();
    default:
      return undefined;
  }
}

function wrap<Request extends { raw: IncomingMessage }>(
  request: Request,
  reply: FastifyReply,
  earlier?: EarlierBody,
): NodeRequest<Request> {
  return new NodeRequest(request.raw, reply.raw, request, earlier);
}

function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

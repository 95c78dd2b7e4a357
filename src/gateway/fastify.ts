import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from "fastify";
import type { Answer } from "./answer.js";
import { answerRequest } from "./answer-request.js";
import { refuseContentType } from "./decide.js";
import { decideBody } from "./decide.js";
import { NodeRequest } from "./node-exchange.js";
import { sendAnswer } from "./node-exchange.js";
import type { CheckOptions, GatewayOptions } from "./types.js";

/**
 * A Fastify plugin that serves `/responses/input_tokens` under the prefix it is registered with.
 * Hooks run as on any route; the body is read by the gateway, so that all refusals are in the provider's envelope.
 *
 * @example
 * app.register(answerInputTokens, { prefix: "/v1", count: createClient() });
 */
export const answerInputTokens: FastifyPluginCallback<GatewayOptions> = (app, options, done) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, parsed) => parsed(null));
  app.setErrorHandler((error, _request, reply) => {
    if (!isMediaTypeError(error)) throw error; // the app's own error handler takes it
    return send(reply, refuseContentType());
  });
  app.all("/responses/input_tokens", async ({ raw }, reply) => {
    const answer = await answerRequest(new NodeRequest(raw, reply.raw), options);
    if (raw.complete) return send(reply, answer);
    // Fastify would keep the connection of a caller that is still sending.
    reply.hijack();
    sendAnswer(raw, reply.raw, answer);
  });
  done();
};

/**
 * Makes a `preValidation` hook that answers a bad body, as Fastify has parsed it, and lets a good one pass.
 *
 * @example
 * app.post("/v1/responses/input_tokens", { preValidation: guardInputTokens() }, forward);
 */
export function guardInputTokens(
  options: Pick<CheckOptions, "validate"> = {},
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  return async (request, reply) => {
    const decision = decideBody(request.body, options);
    return decision.ok ? undefined : send(reply, decision.answer);
  };
}

function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}

/** Fastify refuses a content type that is none before any parser is asked. */
function isMediaTypeError(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("code" in error)) return false;
  return error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE";
}

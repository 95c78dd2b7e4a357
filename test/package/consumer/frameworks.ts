// A user's code on the frameworks whose own types the package names; it is compiled, never run.
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { createClient } from "input-tokens-contract/client";
import * as forExpress from "input-tokens-contract/gateway/express";
import * as forFastify from "input-tokens-contract/gateway/fastify";
import * as forHono from "input-tokens-contract/gateway/hono";
import type { InputTokenCountParams } from "input-tokens-contract/types";

const count = createClient();
export const onExpress = express()
  .use(forExpress.answerInputTokens({ count }))
  .post("/guarded", forExpress.guardInputTokens(), (request, response) => {
    const body: InputTokenCountParams | undefined = request.body;
    response.json(body ?? null);
  });

export const onFastify = fastify();
void onFastify.register(forFastify.answerInputTokens, { prefix: "/v1", count });
onFastify.post("/guarded", { ...forFastify.guardInputTokens() }, async (request) => {
  const body: InputTokenCountParams | undefined = request.body;
  return body ?? null;
});

export const onHono = new Hono()
  .use(forHono.answerInputTokens({ count }))
  .post("/guarded", forHono.guardInputTokens(), (context) => {
    const body: InputTokenCountParams | undefined = context.req.valid("json");
    return context.json({ model: body?.model ?? null });
  });

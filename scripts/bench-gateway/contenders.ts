import { createServer, type Server } from "node:http";
import { text as readAll } from "node:stream/consumers";
import { createAdaptorServer } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import * as forExpress from "../../src/gateway/express.js";
import * as forFastify from "../../src/gateway/fastify.js";
import * as forHono from "../../src/gateway/hono.js";
import { createListener } from "../../src/gateway/node.js";

/** A way to serve the endpoint, as it is without the guard and with it; both parse the body and answer alike. */
export interface Contender {
  name: string;
  makeBare: () => Server | Promise<Server>;
  makeGuarded: () => Server | Promise<Server>;
}

export const PATH = "/v1/responses/input_tokens";
const ANSWER = { object: "response.input_tokens" as const, input_tokens: 11 };
const MAX_BODY_BYTES = 1_000_000;

/** The servers to compare. Each answers at once, so that nothing but the gateway is measured. */
export const contenders: Contender[] = [
  {
    name: "node:http",
    makeBare: () =>
      createServer((incoming, outgoing) => {
        void readAll(incoming).then((text) => {
          JSON.parse(text);
          outgoing.setHeader("content-type", "application/json");
          outgoing.end(JSON.stringify(ANSWER));
        });
      }),
    makeGuarded: () => createServer(createListener({ count: () => Promise.resolve(ANSWER) })),
  },
  {
    name: "Express 5",
    makeBare: () => makeExpress(),
    makeGuarded: () => makeExpress(forExpress.guardInputTokens()),
  },
  {
    name: "Fastify 5",
    makeBare: () => makeFastify(),
    makeGuarded: () => makeFastify(forFastify.guardInputTokens()),
  },
  { name: "Hono 4", makeBare: () => makeHono(false), makeGuarded: () => makeHono(true) },
];

function makeExpress(...guard: ReturnType<typeof forExpress.guardInputTokens>[]): Server {
  const app = express().use(express.json({ limit: MAX_BODY_BYTES }));
  app.post(PATH, ...guard, (_request, response) => void response.json(ANSWER));
  return createServer((incoming, outgoing) => void app(incoming, outgoing));
}

async function makeFastify(guard?: ReturnType<typeof forFastify.guardInputTokens>): Promise<Server> {
  const app = fastify({ bodyLimit: MAX_BODY_BYTES });
  if (guard) app.post(PATH, { ...guard }, (_request, reply) => reply.send(ANSWER));
  else app.post(PATH, (_request, reply) => reply.send(ANSWER));
  await app.ready();
  return app.server;
}

function makeHono(guarded: boolean): Server {
  const app = new Hono();
  if (guarded) app.use(PATH, forHono.guardInputTokens());
  app.post(PATH, async (context) => {
    if (!guarded) await context.req.json();
    return context.json(ANSWER);
  });
  // Hono's adaptor may also make HTTP/2 servers; without options it makes this one.
  return createAdaptorServer(app) as Server;
}

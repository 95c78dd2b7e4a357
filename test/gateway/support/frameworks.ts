import { getRequestListener } from "@hono/node-server";
import express from "express";
import express4 from "express4";
import fastify from "fastify";
import { Hono } from "hono";
import { createHandler } from "../../../src/gateway/create-handler.js";
import * as forExpress from "../../../src/gateway/express.js";
import * as forFastify from "../../../src/gateway/fastify.js";
import * as forHono from "../../../src/gateway/hono.js";
import { createListener } from "../../../src/gateway/node.js";
import type { GatewayOptions } from "../../../src/gateway/types.js";
import { startServer, type RunningServer } from "./start-server.js";

function serveFetch(fetch: (request: Request) => Response | Promise<Response>): Promise<RunningServer> {
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false });
  return startServer((incoming, outgoing) => void listener(incoming, outgoing));
}

/** Starts a gateway under `/v1`, once for each way to serve it. */
export const frameworks: Record<string, (options: GatewayOptions) => Promise<RunningServer>> = {
  "plain Fetch": (options) => serveFetch(createHandler(options)),
  "node:http": (options) => startServer(createListener(options)),
  "Express 5": (options) => startServer(express().use(forExpress.answerInputTokens(options))),
  "Express 4": (options) => startServer(express4().use(forExpress.answerInputTokens(options))),
  "Express 5 after express.json": (options) =>
    startServer(express().use(express.json({ limit: "5mb" }), forExpress.answerInputTokens(options))),
  async Fastify(options) {
    const app = fastify();
    await app.register(forFastify.answerInputTokens, { ...options, prefix: "/v1" });
    await app.ready();
    return startServer(app.server);
  },
  "Hono after c.req.json": (options) => {
    const app = new Hono().use(async (context, next) => {
      await context.req.json().catch(() => undefined);
      await next();
    });
    app.use(forHono.answerInputTokens(options));
    return serveFetch((request) => app.fetch(request));
  },
  Hono: (options) => {
    const app = new Hono().use(forHono.answerInputTokens(options));
    return serveFetch((request) => app.fetch(request));
  },
};

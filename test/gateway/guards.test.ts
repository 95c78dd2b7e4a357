import { getRequestListener } from "@hono/node-server";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import express, { type Express } from "express";
import express4 from "express4";
import fastify from "fastify";
import { Hono } from "hono";
import OpenAI from "openai";
import type { InputTokenCountParams } from "../../generated/types.js";
import { createClient } from "../../src/client/index.js";
import * as forExpress from "../../src/gateway/express.js";
import * as forFastify from "../../src/gateway/fastify.js";
import * as forHono from "../../src/gateway/hono.js";
import { toErrorResponse } from "../../src/gateway/index.js";
import type { CheckOptions } from "../../src/gateway/types.js";
import { type RunningServer, startServer } from "./support/start-server.js";
import { startUpstream, type Upstream } from "./support/start-upstream.js";

const path = "/v1/responses/input_tokens";
let upstream: Upstream;
let server: RunningServer | undefined;
beforeEach(async () => {
  upstream = await startUpstream();
});
afterEach(async () => {
  await server?.close();
  await upstream.close();
});

/** The client that a route of one's own asks. */
const makeClient = (): ReturnType<typeof createClient> =>
  createClient({ apiKey: "sk-own", baseUrl: `${upstream.url}/v1`, maxRetries: 0 });

function onExpress(make: () => Express, parses: boolean) {
  return (options: CheckOptions): Promise<RunningServer> => {
    const client = makeClient();
    const app = make();
    if (parses) app.use(express.json({ limit: options.maxBodyBytes ?? "1mb" }));
    app.post(path, forExpress.guardInputTokens(options), (request, response) => {
      const body: InputTokenCountParams | undefined = request.body;
      // @ts-expect-error: it is the request's type, not any
      const _wrong: number = request.body;
      client.count(body).then(
        (count) => response.json(count),
        (error) => forExpress.sendErrorResponse(response, error),
      );
    });
    return startServer(app.use(path, forExpress.answerBodyErrors(options)));
  };
}

/** Routes with a guard and a client of their own, once for each framework. */
const guards: Record<string, (options: CheckOptions) => Promise<RunningServer>> = {
  "Express 5": onExpress(express, false),
  "Express 4": onExpress(express4, false),
  "Express 5 after express.json": onExpress(express, true),
  "Express 4 after express.json": onExpress(express4, true),
  async Fastify(options) {
    const client = makeClient();
    const app = fastify();
    app.post(path, { ...forFastify.guardInputTokens(options) }, async (request, reply) => {
      const body: InputTokenCountParams | undefined = request.body;
      try {
        return await client.count(body);
      } catch (error) {
        return reply.send(toErrorResponse(error));
      }
    });
    await app.ready();
    return startServer(app.server);
  },
  Hono(options) {
    const client = makeClient();
    const app = new Hono().post(path, forHono.guardInputTokens(options), async (context) => {
      try {
        expect(await context.req.text()).not.toBe("");
        return context.json(await client.count(context.req.valid("json")));
      } catch (error) {
        return toErrorResponse(error);
      }
    });
    const listener = getRequestListener((request) => app.fetch(request), { overrideGlobalObjects: false });
    return startServer((incoming, outgoing) => void listener(incoming, outgoing));
  },
};

describe.each(Object.entries(guards))("a guarded route on %s", (_name, start) => {
  const post = async (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server?.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });

  test("counts, and passes on upstream's errors as the gateway does", async () => {
    server = await start({});
    expect(await (await post('{"input":"hi"}')).json()).toMatchObject({ input_tokens: 3 });
    const error = { message: "Slow down.", type: "tokens", param: null, code: "rate_limit_exceeded" };
    upstream.answer = {
      status: 429,
      headers: {
        "retry-after": "7",
        "x-request-id": "req_7",
        "x-ratelimit-limit-tokens": "9",
        "set-cookie": "a=b",
      },
      body: { error },
    };
    const response = await post('{"input":"hi"}');
    expect([response.status, await response.json()]).toEqual([429, { error }]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "retry-after": "7",
      "x-request-id": "req_7",
      "x-ratelimit-limit-tokens": "9",
    });
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test.each([
    ["broken JSON", "{", {}, 400, "We could not parse the JSON body of your request."],
    ["too large a body", `{"input":"${"x".repeat(2_000)}"}`, {}, 413, "at most 1000 bytes are accepted"],
    ["a bad body", '{"input":5}', {}, 400, "Invalid type for 'input'"],
    ["null", "null", {}, 400, ""],
    ["text", '{"input":"hi"}', { "content-type": "text/plain" }, 415, "expected 'application/json'"],
    [
      "an unknown compression",
      gzipSync("{}"),
      { "content-encoding": "x-what" },
      415,
      "Unsupported content encoding",
    ],
  ] as [string, BodyInit, Record<string, string>, number, string][])(
    "answers %s in the envelope",
    async (_what, body, headers, status, message) => {
      server = await start({ maxBodyBytes: 1_000 });
      const response = await post(body, headers);
      const answer = (await response.json()) as { error: { message: string; type: string } };
      expect([response.status, answer.error.type]).toEqual([status, "invalid_request_error"]);
      expect(answer.error.message).toContain(message);
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
      expect(upstream.seen).toEqual([]);
    },
  );

  test("tells its hooks", async () => {
    const refused: string[] = [];
    server = await start({
      onRefuse: ([issue], request) => refused.push(`${request.path} ${issue?.code}`),
      mapError: ({ body }) => ({ body: { oops: body.error.message } }),
    });
    expect(await (await post('{"input":5}')).json()).toEqual({ oops: expect.stringContaining("'input'") });
    expect(refused).toEqual([`${path} invalid_type`]);
    expect(await (await post("{")).json()).toEqual({ oops: expect.stringContaining("could not parse") });
  });

  test("serves the provider's SDK", async () => {
    server = await start({});
    const openai = new OpenAI({ apiKey: "sk-test", baseURL: `${server.url}/v1`, maxRetries: 0 });
    expect(await openai.responses.inputTokens.count({ input: "hi" })).toMatchObject({ input_tokens: 3 });
  });
});

describe.each([
  ["Express 5", express],
  ["Express 4", express4],
])("answerInputTokens after express.json on %s", (_name, make) => {
  test.each([
    ["broken JSON", "{", 400],
    ["too large a body", `{"input":"${"x".repeat(2_000)}"}`, 413],
  ])("answers %s in the envelope, on its path alone", async (_what, body, status) => {
    const app = make().use(express.json({ limit: 1_000 }));
    app.use(forExpress.answerInputTokens({ count: makeClient(), shareKey: true }));
    app.set("env", "test");
    server = await startServer(app);
    const send = (at: string): Promise<Response> =>
      fetch(`${server?.url}${at}`, { method: "POST", headers: { "content-type": "application/json" }, body });
    const response = await send(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error" } });
    expect((await send("/other")).headers.get("content-type")).toMatch(/^text\/html/);
  });

  test.each([false, true])("does not parse a JSON string again, strict: %p", async (strict) => {
    const app = make().use(express.json({ strict }));
    app.use(forExpress.answerInputTokens({ count: makeClient(), shareKey: true }));
    server = await startServer(app);
    const body = JSON.stringify('{"input":"hi"}');
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${server.url}${path}`, { method: "POST", headers, body });
    expect(response.status).toBe(400);
    expect(upstream.seen).toEqual([]);
  });
});

describe("Fastify's guard", () => {
  test("lets a request without a body pass, and leaves errors of the route to the app", async () => {
    const app = fastify();
    app.setErrorHandler((error, _request, reply) => reply.code(418).send({ app: (error as Error).message }));
    app.post(path, { ...forFastify.guardInputTokens() }, async (request) => {
      if (request.body) throw new Error("mine");
      return { body: "none" };
    });
    await app.ready();
    server = await startServer(app.server);
    const headers = { "content-type": "application/json" };
    const send = (body?: string): Promise<Response> =>
      fetch(`${server?.url}${path}`, { method: "POST", headers, ...(body !== undefined && { body }) });
    expect(await (await send()).json()).toEqual({ body: "none" });
    const response = await send('{"input":"hi"}');
    expect([response.status, await response.json()]).toEqual([418, { app: "mine" }]);
  });

  test("takes bodies above Fastify's own limit", async () => {
    const app = fastify();
    app.post(path, { ...forFastify.guardInputTokens() }, async ({ body }) => ({
      length: body?.input?.length,
    }));
    await app.ready();
    server = await startServer(app.server);
    const init = { method: "POST", headers: { "content-type": "application/json" } };
    const body = JSON.stringify({ input: "x".repeat(2_000_000) });
    expect(await (await fetch(`${server.url}${path}`, { ...init, body })).json()).toEqual({
      length: 2_000_000,
    });
  });
});

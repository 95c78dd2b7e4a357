import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fastify, { type FastifyInstance } from "fastify";
import type { InputTokenCountParams } from "../../generated/types.js";
import { answerInputTokens, guardInputTokens } from "../../src/gateway/fastify.js";
import { countCharacters as count } from "./support/count-characters.js";

let app: FastifyInstance;
beforeEach(() => {
  app = fastify();
});
afterEach(() => app.close());

/** The status and JSON body of an answer, over loopback: Fastify's `inject` does not run under jest. */
async function post(path: string, body?: string, type = "application/json"): Promise<[number, unknown]> {
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const headers = { "content-type": type };
  const response = await fetch(url + path, { method: "POST", headers, ...(body !== undefined && { body }) });
  return [response.status, await response.json()];
}

describe("answerInputTokens", () => {
  beforeEach(async () => {
    await app.register(answerInputTokens, { prefix: "/v1", count, maxBodyBytes: 2_000_000 });
  });

  test("serves the endpoint under its prefix", async () => {
    expect(await post("/v1/responses/input_tokens", '{"input":"hi"}')).toEqual([
      200,
      { object: "response.input_tokens", input_tokens: 14 },
    ]);
  });

  test("serves no other path", async () => {
    expect((await post("/responses/input_tokens", "{}"))[0]).toBe(404);
  });

  test("takes bodies above Fastify's own limit", async () => {
    const url = "/v1/responses/input_tokens";
    expect((await post(url, JSON.stringify({ input: "x".repeat(1_900_000) })))[0]).toBe(200);
  });

  test("refuses bodies above its own limit", async () => {
    const url = "/v1/responses/input_tokens";
    expect((await post(url, JSON.stringify({ input: "x".repeat(2_100_000) })))[0]).toBe(413);
  });

  test.each([
    ["broken JSON", "{", "application/json", 400],
    ["another content type", "hi", "text/plain", 415],
    ["a content type that is none", "{}", "none", 415],
    ["a bad body", '{"input":5}', "application/json", 400],
    ["no body", "", "application/json", 200],
  ])("answers %s as the other gateways do", async (_what, payload, type, status) => {
    const [got, body] = await post("/v1/responses/input_tokens", payload, type);
    expect(got).toBe(status);
    if (status !== 200) expect(body).toMatchObject({ error: { type: "invalid_request_error" } });
  });

  test("answers other methods with 405", async () => {
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const response = await fetch(`${url}/v1/responses/input_tokens`);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });

  test("leaves other routes their parsers", async () => {
    app.post("/echo", (request, reply) => reply.send(request.body));
    expect(await post("/echo", '{"a":1}')).toEqual([200, { a: 1 }]);
  });
});

describe("answerInputTokens behind hooks", () => {
  test("runs the hooks of the app, such as one that checks who calls", async () => {
    app.addHook("preHandler", (_request, reply) => reply.code(401).send({ error: "who?" }));
    await app.register(answerInputTokens, { count });
    expect((await post("/responses/input_tokens", '{"input":"hi"}'))[0]).toBe(401);
  });
});

describe("guardInputTokens", () => {
  test("lets a good body pass and answers a bad one", async () => {
    const options = { preValidation: guardInputTokens({ validate: { unknownKeys: "reject" } }) };
    app.post<{ Body: InputTokenCountParams }>("/count", options, ({ body }, reply) =>
      reply.send({ got: body.input }),
    );
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const send = (body: string): Promise<Response> =>
      fetch(`${url}/count`, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect(await (await send('{"input":"hi"}')).json()).toEqual({ got: "hi" });
    const response = await send('{"usr":"hi"}');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { param: "usr" } });
  });
});

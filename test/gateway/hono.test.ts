import { describe, expect, test } from "@jest/globals";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { answerInputTokens, guardInputTokens } from "../../src/gateway/hono.js";
import { makeStreamedRequest } from "./support/requests.js";
import { countCharacters as count } from "./support/count-characters.js";

const path = "/v1/responses/input_tokens";
function post(app: Hono, body?: string, at = path): Response | Promise<Response> {
  const headers = { "content-type": "application/json", "content-length": String(body?.length ?? 0) };
  return app.request(at, { method: "POST", headers, ...(body !== undefined && { body }) });
}

describe("answerInputTokens", () => {
  test("lets other paths pass", async () => {
    const app = new Hono().use(answerInputTokens({ count }));
    app.get("/health", (context) => context.text("fine"));
    expect(await (await app.request("/health")).text()).toBe("fine");
    expect((await post(app, "{}", "/v1/responses")).status).toBe(404);
    expect(await (await post(app, '{"input":"hi"}')).json()).toMatchObject({ input_tokens: 14 });
  });

  test("takes a body that a reader before it has read", async () => {
    const app = new Hono().use(async (context, next) => {
      await context.req.json().catch(() => undefined);
      await next();
    });
    app.use(answerInputTokens({ count }));
    expect(await (await post(app, '{"input":"hi"}')).json()).toMatchObject({ input_tokens: 14 });
    expect((await post(app, '{"input":5}')).status).toBe(400);
    expect((await post(app, "{")).status).toBe(400);
  });

  test("takes a body that Hono's own limit has read", async () => {
    const app = new Hono().use(bodyLimit({ maxSize: 20 }), answerInputTokens({ count }));
    expect((await post(app, '{"input":"hi"}')).status).toBe(200);
    expect((await post(app, '{"input":"hi, hi, hi, hi"}')).status).toBe(413);
  });
});

describe("guardInputTokens", () => {
  test("lets a good request pass, its body validated and still there", async () => {
    const app = new Hono();
    app.on("POST", [path, "/count"], guardInputTokens(), async (context) =>
      context.json({ valid: context.req.valid("json"), text: await context.req.text() }),
    );
    const good = { valid: { input: "hi" }, text: '{"input":"hi"}' };
    expect(await (await post(app, '{"input":"hi"}', "/count")).json()).toEqual(good);
    expect(await (await app.request(makeStreamedRequest(['{"input":', '"hi"}']))).json()).toEqual(good);
    expect(await (await post(app, undefined, "/count")).json()).toEqual({ text: "" });
  });

  test("answers a bad request itself", async () => {
    const app = new Hono();
    app.all("/count", guardInputTokens({ validate: { unknownKeys: "reject" }, maxBodyBytes: 30 }));
    const response = await post(app, '{"input":"hi","usr":1}', "/count");
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { param: "usr", code: "unknown_parameter" } });
    expect((await post(app, "{", "/count")).status).toBe(400);
    expect((await post(app, `{"input":"${"x".repeat(30)}"}`, "/count")).status).toBe(413);
    expect((await app.request("/count")).status).toBe(405);
  });

  test("takes a body that a reader before it has read", async () => {
    const app = new Hono().use(async (context, next) => {
      await context.req.text();
      await next();
    });
    app.post("/count", guardInputTokens(), (context) => context.json(context.req.valid("json") ?? null));
    expect(await (await post(app, '{"input":"hi"}', "/count")).json()).toEqual({ input: "hi" });
    expect((await post(app, '{"input":5}', "/count")).status).toBe(400);
  });
});

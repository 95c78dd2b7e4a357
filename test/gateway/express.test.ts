import { afterEach, describe, expect, test } from "@jest/globals";
import express, { type RequestHandler } from "express";
import express4 from "express4";
import { answerInputTokens, guardInputTokens } from "../../src/gateway/express.js";
import { countCharacters as count } from "./support/count-characters.js";
import { startServer, type RunningServer } from "./support/start-server.js";

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const path = "/v1/responses/input_tokens";
const echo: RequestHandler = (request, response) => {
  const body: unknown = request.body;
  response.json({ got: body ?? "nothing" });
};

async function post(body?: string, type = "application/json", at = path): Promise<Response> {
  const headers = { "content-type": type };
  return fetch(`${server?.url}${at}`, { method: "POST", headers, ...(body !== undefined && { body }) });
}

describe.each([
  ["Express 5", express],
  ["Express 4", express4],
])("on %s", (_name, makeApp) => {
  describe("answerInputTokens", () => {
    test("lets other paths pass", async () => {
      server = await startServer(
        makeApp()
          .use(answerInputTokens({ count }))
          .get("/health", (_request, response) => void response.send("fine")),
      );
      expect(await (await fetch(`${server.url}/health`)).text()).toBe("fine");
      expect((await post("{}", "application/json", "/v1/responses")).status).toBe(404);
    });

    test("works on a route and on a router", async () => {
      const router = makeApp.Router().use(answerInputTokens({ count }));
      server = await startServer(makeApp().use("/v1", router));
      expect((await post('{"input":"hi"}')).status).toBe(200);
      await server.close();
      server = await startServer(makeApp().post(path, answerInputTokens({ count })));
      expect((await post('{"input":"hi"}')).status).toBe(200);
    });

    test.each([
      ["json", express.json()],
      ["json that takes every value", express.json({ strict: false })],
      ["raw", express.raw({ type: "*/*" })],
      ["text", express.text({ type: "*/*" })],
    ])("takes what express.%s has read", async (_parser, parser) => {
      server = await startServer(makeApp().use(parser, answerInputTokens({ count })));
      expect(await (await post('{"input":"hi"}')).json()).toMatchObject({ input_tokens: 14 });
      expect((await post('{"input":5}')).status).toBe(400);
      expect((await post("")).status).toBe(200);
    });

    test("reads what a parser has passed by", async () => {
      server = await startServer(
        makeApp().use(makeApp.json(), makeApp.urlencoded({ extended: false }), answerInputTokens({ count })),
      );
      expect((await post('{"input":5}', "application/vnd.acme+json")).status).toBe(400);
      expect(await (await post('{"input":"hi"}', "application/vnd.acme+json")).json()).toMatchObject({
        input_tokens: 14,
      });
      expect((await post("input=hi", "application/x-www-form-urlencoded")).status).toBe(415);
      expect((await post('{"input":"hi"}', "text/plain")).status).toBe(415);
    });

    test("answers 500 where somebody has read the body and kept it", async () => {
      const swallow: RequestHandler = (request, _response, next) => void request.resume().on("end", next);
      server = await startServer(makeApp().use(swallow, answerInputTokens({ count })));
      expect((await post('{"input":"hi"}')).status).toBe(500);
    });
  });

  describe("guardInputTokens", () => {
    test("lets a good request pass with its body, parsed before or not", async () => {
      server = await startServer(makeApp().post(path, guardInputTokens(), echo));
      expect(await (await post('{"input":"hi"}')).json()).toEqual({ got: { input: "hi" } });
      expect(await (await post()).json()).toEqual({ got: "nothing" });
      await server.close();
      server = await startServer(makeApp().use(makeApp.json()).post("/count", guardInputTokens(), echo));
      expect(await (await post('{"input":"hi"}', "application/json", "/count")).json()).toEqual({
        got: { input: "hi" },
      });
    });

    test("answers a bad request itself", async () => {
      const app = makeApp().use(path, guardInputTokens({ validate: { unknownKeys: "reject" } }), echo);
      server = await startServer(app);
      const response = await post('{"input":"hi","usr":1}');
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { param: "usr", code: "unknown_parameter" } });
      expect((await post("{")).status).toBe(400);
      expect((await fetch(`${server.url}${path}`)).status).toBe(405);
    });

    test("hands a body that nobody kept to the error handler", async () => {
      const swallow: RequestHandler = (request, _response, next) => void request.resume().on("end", next);
      const app = makeApp().use(swallow, guardInputTokens(), echo);
      app.set("env", "test");
      server = await startServer(app);
      expect((await post('{"input":"hi"}')).status).toBe(500);
    });
  });
});

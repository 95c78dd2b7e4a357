import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { isMissingKeyError } from "../../src/client/index.js";
import { fault, ok } from "./support/answers.js";
import { serve, stopServers } from "./support/server.js";
import { clearEnvironment, clientOf, thrownBy } from "./support/setup.js";

beforeEach(clearEnvironment);
afterEach(async () => {
  clearEnvironment();
  await stopServers();
});

const caller = { authorization: "Bearer sk-caller" };

describe("a forwarded call", () => {
  test("sends the body as it was received, whatever it parses to", async () => {
    const server = await serve(ok);
    const rawBody = '{ "input": "x", "a": 1e400, "a": -0 }';
    for (const raw of [rawBody, new TextEncoder().encode(rawBody)]) {
      await clientOf(server).count({ input: "y" }, { forwarded: { rawBody: raw, shareKey: true } });
    }
    expect(server.requests.map((request) => request.body)).toEqual([rawBody, rawBody]);
    expect(server.requests[0]?.headers).toMatchObject({ "content-type": "application/json" });
  });

  test("sends no body where none was received", async () => {
    const server = await serve(ok);
    await clientOf(server).count(undefined, { forwarded: { rawBody: "", shareKey: true } });
    expect(server.requests[0]).toMatchObject({ body: "" });
  });

  test("is tried once, unless client or call say otherwise", async () => {
    const server = await serve(fault(503));
    const forwarded = { shareKey: true };
    const attempts = async (call: () => unknown): Promise<number> => {
      const before = server.requests.length;
      await thrownBy(call);
      return server.requests.length - before;
    };
    expect(await attempts(() => clientOf(server).count({}, { forwarded }))).toBe(1);
    expect(await attempts(() => clientOf(server, { maxRetries: 1 }).count({}, { forwarded }))).toBe(2);
    expect(await attempts(() => clientOf(server).count({}, { forwarded, maxRetries: 2 }))).toBe(3);
  });

  test.each([{ apiKey: "sk-own" }, { apiKey: null, headers: { Authorization: "Bearer sk-own" } }])(
    "sends nothing of the client's own beside the caller's key, and nothing without one: %j",
    async (options) => {
      const server = await serve(ok);
      process.env["OPENAI_ORG_ID"] = "org-own";
      process.env["OPENAI_PROJECT_ID"] = "proj-own";
      const client = clientOf(server, { ...options, headers: { "api-key": "own", ...options.headers } });
      const forwarded = { shareKey: false };
      expect(isMissingKeyError(await thrownBy(() => client.count({}, { forwarded })))).toBe(true);
      expect(server.requests).toHaveLength(0);
      await client.count({}, { headers: caller, forwarded });
      expect(server.requests[0]?.headers).toMatchObject(caller);
      for (const name of ["api-key", "openai-organization", "openai-project"])
        expect(server.requests[0]?.headers).not.toHaveProperty(name);
    },
  );

  test("uses the client's own key, organization and project where they are shared", async () => {
    const server = await serve(ok);
    process.env["OPENAI_ORG_ID"] = "org-own";
    await clientOf(server).count({}, { forwarded: { shareKey: true } });
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: "Bearer sk-test-secret",
      "openai-organization": "org-own",
    });
  });
});

describe("organization and project of the environment", () => {
  test("do not go out beside another's key", async () => {
    const server = await serve(ok);
    process.env["OPENAI_ORG_ID"] = "org-own";
    process.env["OPENAI_PROJECT_ID"] = "proj-own";
    await clientOf(server, { apiKey: null }).count({}, { headers: caller });
    await clientOf(server).count({}, { headers: caller });
    for (const { headers } of server.requests) {
      expect(headers).not.toHaveProperty("openai-organization");
      expect(headers).not.toHaveProperty("openai-project");
    }
  });

  test("go out beside the client's own Authorization", async () => {
    const server = await serve(ok);
    process.env["OPENAI_ORG_ID"] = "org-own";
    await clientOf(server, { apiKey: undefined, headers: caller }).count({});
    expect(server.requests[0]?.headers).toMatchObject({ ...caller, "openai-organization": "org-own" });
  });
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "../../src/client/index.js";
import { createHandler } from "../../src/gateway/index.js";
import { createHybridCounter, createLocalCounter } from "../../src/local/index.js";
import { validateResponse } from "../../src/validate/index.js";

/** A provider that counts 777, with the status that is set. */
let server: Server;
let baseUrl: string;
let status = 200;
let asked = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    request.resume();
    response.writeHead(status, { "content-type": "application/json", "x-request-id": "req_1" });
    const error = { message: "No.", type: "server_error", param: null, code: null };
    response.end(
      JSON.stringify(status === 200 ? { object: "response.input_tokens", input_tokens: 777 } : { error }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});

afterAll(() => void server.close());

const certain = { model: "gpt-5", input: "Tell me a joke." } as const;
const call = { type: "function_call", call_id: "call_1", name: "f", arguments: "{}" } as const;
const uncertain = { model: "gpt-5", input: [call] };
const unbounded = { model: "gpt-5", input: "Hi", previous_response_id: "resp_1" };

function makeCounter(options: { limit?: number; fallback?: boolean } = {}) {
  const client = createClient({ apiKey: "key", baseUrl, maxRetries: 0 });
  return createHybridCounter({ client, local: createLocalCounter(), ...options });
}

/** Counts and tells who did, and how often the provider was asked. */
async function count(body: object, options?: { limit?: number; fallback?: boolean }) {
  asked = 0;
  status = 200;
  const result = await makeCounter(options).count(body);
  return { ...result, asked };
}

describe("createHybridCounter", () => {
  test("answers offline where nothing is unknown", async () => {
    const expected = { input_tokens: 11, range: [11, 11], counted_by: "local", estimate: true, asked: 0 };
    expect(await count(certain)).toMatchObject(expected);
  });

  test("asks where something is unknown", async () => {
    const expected = {
      input_tokens: 777,
      range: [777, 777],
      counted_by: "provider",
      estimate: false,
      asked: 1,
    };
    expect(await count(uncertain)).toMatchObject(expected);
    expect(await count({ ...certain, model: "gpt-99" })).toMatchObject(expected);
  });

  test.each([
    ["below", uncertain, 100, "local"],
    ["above", uncertain, 5, "local"],
    ["above, though without an upper end", unbounded, 3, "local"],
    ["on both sides", unbounded, 100, "provider"],
  ])("decides by a limit where the range lies %s", async (_, body, limit, counted_by) => {
    expect(await count(body, { limit })).toMatchObject({ counted_by });
  });

  test("falls back where the provider is out of reach, if it may", async () => {
    for (const broken of [500, 503, 429]) {
      status = broken;
      const counted = await makeCounter({ fallback: true }).count(uncertain);
      expect(counted).toMatchObject({ counted_by: "local", estimate: true });
      await expect(makeCounter().count(uncertain)).rejects.toMatchObject({ status: broken });
    }
  });

  test("does not hide that the provider refuses the request", async () => {
    status = 401;
    await expect(makeCounter({ fallback: true }).count(uncertain)).rejects.toMatchObject({ status: 401 });
  });

  test("stops when it is aborted", async () => {
    const signal = AbortSignal.abort(new Error("gone"));
    await expect(makeCounter({ fallback: true }).count(certain, { signal })).rejects.toThrow("gone");
  });

  test("fits behind a gateway, which answers with the provider's request id", async () => {
    status = 200;
    const handler = createHandler({ count: makeCounter(), shareKey: true });
    const post = (body: object): Promise<Response> =>
      handler(
        new Request("http://gateway/v1/responses/input_tokens", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      );
    const [offline, online] = [await post(certain), await post(uncertain)];
    expect([offline.status, online.status]).toEqual([200, 200]);
    expect([offline.headers.get("x-request-id"), online.headers.get("x-request-id")]).toEqual([
      null,
      "req_1",
    ]);
    for (const response of [offline, online]) expect(validateResponse(await response.json()).ok).toBe(true);
  });
});

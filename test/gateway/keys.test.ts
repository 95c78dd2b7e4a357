import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Client, createClient } from "../../src/client/index.js";
import { createHandler } from "../../src/gateway/create-handler.js";
import type { GatewayOptions } from "../../src/gateway/types.js";
import { createHybridCounter, createLocalCounter } from "../../src/local/index.js";
import { frameworks } from "./support/frameworks.js";
import { makeRequest, readError } from "./support/requests.js";
import { startUpstream, type Upstream } from "./support/start-upstream.js";

let upstream: Upstream;
beforeEach(async () => {
  upstream = await startUpstream();
});
afterEach(() => upstream.close());

const headers = { "content-type": "application/json" };
const asCaller = { ...headers, authorization: "Bearer sk-caller" };
const body = { input: "x" };

/** A client with a key of the gateway's own. */
const withKey = (): Client => createClient({ apiKey: "sk-own", baseUrl: `${upstream.url}/v1` });

async function ask(options: GatewayOptions<Request>, sent: Record<string, string>): Promise<Response> {
  return createHandler(options)(makeRequest(body, { headers: sent }));
}

describe.each(Object.entries(frameworks))("a gateway with a key of its own, on %s,", (_name, start) => {
  test("answers nobody on it who brings none", async () => {
    const server = await start({ count: withKey() });
    const url = `${server.url}/v1/responses/input_tokens`;
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    expect(response.status).toBe(401);
    expect((await readError(response)).message).toBe(
      "No API key was provided: send an Authorization header.",
    );
    expect(upstream.seen).toEqual([]);
    await server.close();
  });
});

describe("the gateway's own key", () => {
  test("is not used through a function around the client either", async () => {
    const client = withKey();
    const response = await ask({ count: (sent, context) => client.count(sent, context) }, headers);
    expect(response.status).toBe(401);
  });

  test("is not used through a hybrid counter either, which passes on upstream's headers", async () => {
    const count = createHybridCounter({ client: withKey(), local: createLocalCounter() });
    const unknown = { input: [{ role: "user", content: [{ type: "input_file", file_id: "file-1" }] }] };
    const send = async (sent: Record<string, string>): Promise<Response> =>
      createHandler({ count })(makeRequest(unknown, { headers: sent }));
    expect((await send(headers)).status).toBe(401);
    expect(upstream.seen).toEqual([]);
    upstream.answer = {
      status: 200,
      headers: { "x-ratelimit-remaining-requests": "4" },
      body: { object: "response.input_tokens", input_tokens: 3 },
    };
    const response = await send(asCaller);
    expect([response.status, response.headers.get("x-ratelimit-remaining-requests")]).toEqual([200, "4"]);
    expect(upstream.seen[0]?.headers.authorization).toBe("Bearer sk-caller");
  });

  test("stays behind where the caller brings one, shared or not", async () => {
    await ask({ count: withKey() }, asCaller);
    await ask({ count: withKey(), shareKey: true }, asCaller);
    expect(upstream.seen.map((seen) => seen.headers.authorization)).toEqual(
      Array(2).fill("Bearer sk-caller"),
    );
  });

  test("is used where it is shared", async () => {
    expect((await ask({ count: withKey(), shareKey: true }, headers)).status).toBe(200);
    const all = await ask({ count: withKey(), shareKey: true, forwardHeaders: [] }, asCaller);
    expect(all.status).toBe(200);
    expect(upstream.seen.map((seen) => seen.headers.authorization)).toEqual(Array(2).fill("Bearer sk-own"));
  });

  test("may be one for each tenant, by what the caller sends", async () => {
    const keys = new Map([["Bearer a", "sk-tenant-a"]]);
    const options: GatewayOptions<Request> = {
      count: createClient({ apiKey: null, baseUrl: `${upstream.url}/v1` }),
      headers: async (request) => ({
        authorization: `Bearer ${keys.get(request.native.headers.get("authorization") ?? "")}`,
        "x-path": request.path,
      }),
    };
    expect((await ask(options, { ...headers, authorization: "Bearer a" })).status).toBe(200);
    expect(upstream.seen[0]?.headers).toMatchObject({
      authorization: "Bearer sk-tenant-a",
      "x-path": "/v1/responses/input_tokens",
    });
  });

  test("is not sent where the function for it fails", async () => {
    const errors: unknown[] = [];
    const failing = (): never => {
      throw new Error("vault closed");
    };
    const onError = (error: unknown): void => void errors.push(error);
    const response = await ask({ count: withKey(), shareKey: true, headers: failing, onError }, headers);
    expect(response.status).toBe(500);
    expect(errors).toEqual([new Error("vault closed")]);
    expect(upstream.seen).toEqual([]);
  });
});

test("the caller's request reaches a counter of one's own", async () => {
  const seen: unknown[] = [];
  const request = makeRequest(body, { headers: asCaller });
  await createHandler({
    count: async (_body, { request: caller }) => {
      seen.push(caller.native === request, caller.method, caller.path, caller.header("Authorization"));
      return { object: "response.input_tokens", input_tokens: 1 };
    },
  })(request);
  expect(seen).toEqual([true, "POST", "/v1/responses/input_tokens", "Bearer sk-caller"]);
});

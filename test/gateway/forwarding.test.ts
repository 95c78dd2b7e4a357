import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import OpenAI from "openai";
import { type ClientOptions, createClient } from "../../src/client/index.js";
import type { GatewayOptions } from "../../src/gateway/types.js";
import { frameworks } from "./support/frameworks.js";
import type { RunningServer } from "./support/start-server.js";
import { startUpstream, type Upstream } from "./support/start-upstream.js";

let upstream: Upstream;
let server: RunningServer | undefined;
beforeEach(async () => {
  upstream = await startUpstream();
});
afterEach(async () => {
  await server?.close();
  await upstream.close();
});

type Start = (options: GatewayOptions) => Promise<RunningServer>;

/** Starts a gateway that forwards to the upstream; gives its count endpoint. */
async function forward(
  start: Start,
  more: Partial<GatewayOptions> = {},
  options: ClientOptions = {},
): Promise<string> {
  const count = createClient({ apiKey: null, baseUrl: `${upstream.url}/v1`, maxRetryDelay: 1, ...options });
  server = await start({ count, ...more });
  return `${server.url}/v1/responses/input_tokens`;
}

const json = { "content-type": "application/json" };
const post = (url: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: "POST", headers: { ...json, ...headers }, body });

const inMetadata = (value: string): string =>
  `{"input":"x","tools":[{"type":"function","name":"f","strict":null,"parameters":{"a":${value}}}]}`;

const bodies: [string, string][] = [
  ["an integer beyond 2^53", inMetadata("12345678901234567890")],
  ["a number beyond all", inMetadata("1e400")],
  ["a negative zero", inMetadata("-0")],
  ["a number written otherwise", inMetadata("1.0E+2")],
  ["a key twice", inMetadata('{"b":1,"b":2}')],
  ["a top-level key twice", '{"input":5,"input":"x"}'],
  ["keys that are numbers, in their order", inMetadata('{"2":0,"1":0}')],
  ["a key called __proto__", inMetadata('{"__proto__":{"c":1}}')],
  ["escapes", '{"input":"\\u00e9\\/\\ud83d\\ude00\\u0041\\ud800"}'],
  ["characters of all lengths", '{"input":"é☃😀"}'],
  ["white space", ' {\n\t"input" :\r\n "x" } '],
  ["a byte order mark", '\uFEFF{"input":"x"}'],
];

// A framework's parser that ran before has not kept the text: what it made of it is written anew.
const verbatim = Object.entries(frameworks).filter(([name]) => name !== "Express 5 after express.json");

describe.each(verbatim)("a gateway on %s sends on the very bytes of a body with", (name, start) => {
  test.each(bodies)("%s", async (what, body) => {
    const url = await forward(start);
    const bytes = Buffer.from(body);
    const response = await post(url, bytes);
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ input_tokens: 3 }),
    ]);
    // Hono's own reader has taken the mark away before the gateway came.
    const lost = name === "Hono after c.req.json" && what === "a byte order mark" ? 3 : 0;
    expect(upstream.seen[0]?.bytes.equals(bytes.subarray(lost))).toBe(true);
    expect(upstream.seen[0]?.headers["content-type"]).toBe("application/json");
  });

  test("ten megabytes", async () => {
    const url = await forward(start);
    const bytes = Buffer.from(JSON.stringify({ input: "é".repeat(5_000_000) }));
    expect((await post(url, bytes)).status).toBe(200);
    expect(upstream.seen[0]?.bytes.equals(bytes)).toBe(true);
  });
});

describe.each(Object.entries(frameworks))("a forwarding gateway on %s", (_name, start) => {
  test("sends the parsed body where it is told to", async () => {
    const url = await forward(start, { forwardBody: "parsed" });
    expect((await post(url, '{ "input": 5, "input": "x", "stream": true }')).status).toBe(200);
    expect(upstream.seen[0]?.body).toBe('{"input":"x","stream":true}');
  });

  test("sends what a validator has put in the body's place", async () => {
    const value = { input: "y" };
    const url = await forward(start, { validate: () => ({ ok: true, value }) });
    expect((await post(url, '{"input":"x"}')).status).toBe(200);
    expect(upstream.seen[0]?.body).toBe('{"input":"y"}');
  });

  test("does not refuse what its own check has let pass", async () => {
    const url = await forward(start, { validate: { unknownTypes: "allow" } });
    expect((await post(url, '{"input":[{"type":"of_tomorrow"}]}')).status).toBe(200);
    expect(upstream.seen).toHaveLength(1);
  });

  test("asks upstream once for each try of the provider's SDK, and passes on how to try again", async () => {
    const url = await forward(start);
    upstream.answer = {
      status: 503,
      headers: { "retry-after-ms": "1", "retry-after": "9", "x-should-retry": "true" },
      body: { error: { message: "Busy.", type: "server_error", param: null, code: null } },
    };
    const openai = new OpenAI({ apiKey: "sk-test", baseURL: url.replace("/responses/input_tokens", "") });
    await expect(openai.responses.inputTokens.count({ input: "x" })).rejects.toMatchObject({ status: 503 });
    expect(upstream.seen).toHaveLength(3);
    const response = await post(url, '{"input":"x"}');
    const { headers } = response;
    expect(headers.get("retry-after")).toBe("9");
    expect(headers.get("retry-after-ms")).toBe("1");
    expect(headers.get("x-should-retry")).toBe("true");
  });

  test("tries again where its client is told to", async () => {
    const url = await forward(start, {}, { maxRetries: 1 });
    upstream.answer = { status: 503, headers: { "retry-after-ms": "1" }, body: {} };
    await post(url, '{"input":"x"}');
    expect(upstream.seen).toHaveLength(2);
  });

  test("passes on the headers that mean something to an SDK, and those that it is told to", async () => {
    const url = await forward(start, { answerHeaders: ["X-Upstream-Region", "openai-organization"] });
    const kept = {
      "x-request-id": "req_9",
      "x-ratelimit-limit-requests": "100",
      "x-ratelimit-remaining-tokens": "7",
      "retry-after": "2",
      "openai-processing-ms": "12",
      "openai-version": "2020-10-01",
      "x-upstream-region": "eu",
      "openai-organization": "acme",
    };
    const left = { "set-cookie": "a=b", "x-other": "1", "content-language": "en", server: "up" };
    for (const status of [200, 429]) {
      const body =
        status === 200 ? { object: "response.input_tokens", input_tokens: 3 } : { error: { message: "No." } };
      upstream.answer = { status, headers: { ...kept, ...left }, body };
      const response = await post(url, '{"input":"x"}');
      expect(response.status).toBe(status);
      const headers = Object.fromEntries(response.headers);
      expect(headers).toMatchObject(kept);
      for (const name of Object.keys(left)) expect(headers).not.toHaveProperty(name);
      expect(headers["content-type"]).toMatch(/^application\/json\b/);
    }
  });
});

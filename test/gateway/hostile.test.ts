import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createClient } from "../../src/client/index.js";
import { createHandler } from "../../src/gateway/create-handler.js";
import type { CountFunction } from "../../src/gateway/types.js";
import { countCharacters as count } from "./support/count-characters.js";
import { frameworks } from "./support/frameworks.js";
import { makeRequest } from "./support/requests.js";
import { type RunningServer, startServer } from "./support/start-server.js";

const path = "/v1/responses/input_tokens";
const json = { "content-type": "application/json" };

/** Sends a request as raw text, so that target and headers may be what no client sends; gives status and body. */
async function sendRaw(server: RunningServer, target: string, headers: string[]): Promise<[number, string]> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const body = '{"input":"hi"}';
  const head = ["host: gateway.test", "content-type: application/json", `content-length: ${body.length}`];
  const lines = [`POST ${target} HTTP/1.1`, ...head, "connection: close", ...headers];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  return [Number(text.slice(9, 12)), text.slice(text.indexOf("\r\n\r\n") + 4)];
}

describe.each(Object.entries(frameworks))("a gateway on %s", (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start({ count });
  });
  afterAll(() => server.close());

  test.each([
    "/v1/x#/responses/input_tokens",
    "/v1/x?/responses/input_tokens",
    "/v1/responses/input_tokens//",
  ])("does not serve %s", async (target) => expect((await sendRaw(server, target, []))[0]).toBe(404));

  test.each([`${path}/`, `${path}/?a=b`, `${path}?a=/x`])("serves %s", async (target) => {
    expect((await sendRaw(server, target, []))[0]).toBe(200);
  });

  test("refuses an Authorization that was sent twice", async () => {
    const sent = ["authorization: Bearer sk-one", "Authorization: Bearer sk-two"];
    const [status, body] = await sendRaw(server, path, sent);
    expect(status).toBe(400);
    expect(body).toContain("The Authorization header was sent more than once.");
    expect(body).not.toContain("sk-");
    expect((await sendRaw(server, path, [sent[0] ?? "", sent[0] ?? ""]))[0]).toBe(400);
  });

  test.each([
    "Bearer sk-one",
    'Digest username="a, Bearer b", realm="c", nc=1',
    "AWS4-HMAC-SHA256 Credential=a/b, Signature=c",
  ])("takes %s for one Authorization", async (value) =>
    expect((await sendRaw(server, path, [`authorization: ${value}`]))[0]).toBe(200),
  );
});

const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
const spaces = Buffer.alloc(65_536, " ");
const answers: [string, number, Record<string, string>, string | Buffer, boolean][] = [
  ["a count of two megabytes", 200, {}, " ".repeat(2_000_000), false],
  ["a count without an end", 200, {}, spaces, true],
  ["a count compressed without an end", 200, { "content-encoding": "gzip" }, gzipSync(spaces), true],
  [
    "a count nested 100,000 deep",
    200,
    {},
    `{"object":"response.input_tokens","input_tokens":3,"a":${deep}}`,
    false,
  ],
  [
    "a count beyond 2^53",
    200,
    {},
    '{"object":"response.input_tokens","input_tokens":9007199254740993}',
    false,
  ],
  ["an error without an end", 500, {}, spaces, true],
  ["an error nested 100,000 deep", 400, {}, `{"error":{"message":"No.","a":${deep}}}`, false],
  ["a redirect elsewhere", 307, { location: "http://127.0.0.1:1/x?secret" }, "", false],
];

describe.each(Object.entries(frameworks))("a gateway on %s, whose upstream sends", (_name, start) => {
  test.each(answers)("%s, answers 502", async (_what, status, headers, body, isEndless) => {
    const upstream = await startServer((incoming, outgoing) => {
      incoming.resume();
      outgoing.writeHead(status, { ...json, ...headers });
      if (!isEndless) return void outgoing.end(body);
      const send = (): void => {
        while (!outgoing.destroyed && outgoing.write(body));
        if (!outgoing.destroyed) outgoing.once("drain", send);
      };
      send();
    });
    const errors: unknown[] = [];
    const client = createClient({ apiKey: null, baseUrl: `${upstream.url}/v1` });
    const server = await start({ count: client, onError: (error) => errors.push(error) });
    const response = await fetch(server.url + path, {
      method: "POST",
      headers: json,
      body: '{"input":"hi"}',
    });
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ error: { type: "server_error" } });
    expect(errors).toEqual([
      expect.objectContaining({ name: status === 307 ? "RedirectError" : "ResponseValidationError" }),
    ]);
    await server.close();
    await upstream.close();
  });
});

describe("createHandler", () => {
  const never: CountFunction = () => Promise.reject(new Error("not to be reached"));

  test("counts the bytes that arrive, whatever content-length says", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536;
        if (pulled > 20_000_000) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const init: RequestInit & { duplex: "half" } = {
      body,
      duplex: "half",
      headers: { ...json, "content-length": "10" },
    };
    const response = await createHandler({ count: never, maxBodyBytes: 1_000_000 })(
      makeRequest(undefined, init),
    );
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(2_000_000);
  });
});

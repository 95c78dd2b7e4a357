import { gzipSync } from "node:zlib";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { isAPIError, isResponseValidationError } from "../../src/client/index.js";
import { json, text } from "./support/answers.js";
import { type Answer, serve, stopServers } from "./support/server.js";
import { clearEnvironment, clientOf, thrownBy, until } from "./support/setup.js";

beforeEach(clearEnvironment);
afterEach(stopServers);

/** Sends one piece again and again until the caller has had enough. */
function endless(status: number, piece: Uint8Array, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    const send = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once("drain", send);
    };
    send();
  };
}

const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
const spaces = Buffer.alloc(65_536, " ");

describe("an answer that is too large", () => {
  test.each<[string, Answer]>([
    ["by its length", text(200, " ".repeat(2_000_000))],
    ["an error", text(500, " ".repeat(2_000_000), { "x-should-retry": "false" })],
    ["without an end", endless(200, spaces)],
    ["an error without an end", endless(400, spaces)],
    // Each gzip member is 100 bytes and stands for 64 kB.
    ["compressed without an end", endless(200, gzipSync(spaces), { "content-encoding": "gzip" })],
  ])("is a typed error, and its connection is closed: %s", async (_, answer) => {
    const server = await serve(answer);
    const error = await thrownBy(() => clientOf(server).count({ input: "x" }));
    expect(isResponseValidationError(error)).toBe(true);
    const message = "Expected at most 1048576 bytes, but got more.";
    expect(error).toMatchObject({ issues: [{ message, param: null, code: "response_too_large", path: [] }] });
    expect(server.requests).toHaveLength(1);
    await until(() => server.countOpen() === 0);
  });

  test("may be as large as told", async () => {
    const answer = JSON.stringify({ object: "response.input_tokens", input_tokens: 11 });
    const server = await serve(text(200, answer));
    const fitting = clientOf(server, { maxResponseBytes: answer.length });
    expect((await fitting.count({ input: "x" })).input_tokens).toBe(11);
    const small = clientOf(server, { maxResponseBytes: answer.length - 1 });
    expect(isResponseValidationError(await thrownBy(() => small.count({ input: "x" })))).toBe(true);
  });
});

describe("an answer that is too deep", () => {
  test.each([
    [200, `{"object":"response.input_tokens","input_tokens":11,"more":${deep}}`],
    [400, `{"error":{"message":"No.","more":${deep}}}`],
    [429, deep],
  ])("is a typed error, with status %i", async (status, body) => {
    const server = await serve(text(status, body, { "retry-after-ms": "1" }));
    const error = await thrownBy(() => clientOf(server).count({ input: "x" }));
    expect(isResponseValidationError(error)).toBe(true);
    expect(error).toMatchObject({ status, issues: [{ code: "response_too_deep" }] });
    expect(() => JSON.stringify(error)).not.toThrow();
  });

  test("is told from one whose strings hold brackets", async () => {
    const more = `\\"${"[{".repeat(1000)}\\\\`;
    const body = `{"object":"response.input_tokens","input_tokens":11,"more":"${more}"}`;
    const server = await serve(text(200, body));
    expect((await clientOf(server).count({ input: "x" })).input_tokens).toBe(11);
  });
});

test.each(["9007199254740993", "1e300", "-1", "1.5"])("a count of %s is a typed error", async (tokens) => {
  const server = await serve(text(200, `{"object":"response.input_tokens","input_tokens":${tokens}}`));
  const error = await thrownBy(() => clientOf(server).count({ input: "x" }));
  expect(isResponseValidationError(error)).toBe(true);
  expect(error).toMatchObject({ issues: [{ path: ["input_tokens"] }] });
});

test("an answer with a status that Fetch does not know is an API error", async () => {
  const server = await serve(text(999, "secret"));
  expect(await thrownBy(() => clientOf(server).count({ input: "x" }))).toMatchObject({ status: 999 });
});

describe("an error that repeats a key", () => {
  const key = "sk-test-secret";
  const masked = "sk-proj-****************************secret";

  test.each([
    [`Incorrect API key provided: ${key}. Find yours at https://host/keys.`],
    [`Incorrect API key provided: ${masked}. Find yours at https://host/keys.`],
    ["Incorrect API key provided: te***secret. Find yours at https://host/keys."],
  ])("is told without it: %s", async (message) => {
    const server = await serve(json(401, { error: { message, type: "t", param: key, code: masked } }));
    const error = await thrownBy(() => clientOf(server).count({ input: "x" }));
    expect(isAPIError(error)).toBe(true);
    expect(error.message).toBe(
      "401 Incorrect API key provided: (key). Find yours at https://host/keys. (request req_1)",
    );
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("secret");
    expect(JSON.stringify(error)).not.toContain("secret");
    const { error: envelope } = await clientOf(server).raw.POST("/responses/input_tokens", { body: {} });
    expect(JSON.stringify(envelope)).not.toContain("secret");
  });

  test("is told without a key of any other form", async () => {
    const message = "The token abc-secret-def is unknown, and so is task-1234567.";
    const server = await serve(json(403, { error: { message } }));
    const error = await thrownBy(() => clientOf(server, { apiKey: "abc-secret-def" }).count({ input: "x" }));
    expect(error.message).toBe("403 The token (key) is unknown, and so is task-1234567. (request req_1)");
  });
});

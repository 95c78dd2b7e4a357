import { afterEach, describe, expect, test } from "@jest/globals";
import { once } from "node:events";
import { spawn, type ChildProcess } from "node:child_process";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import OpenAI, { BadRequestError } from "openai";
import { childEnvironment } from "../../scripts/package/child-environment.js";
import { serveCommand } from "../../src/cli/serve-command.js";
import { startUpstream } from "../gateway/support/start-upstream.js";
import { fakeTerminal, type FakeTerminal } from "./support/fake-terminal.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LISTENING = /(?:^Listening at |"listening":")(http:\/\/127\.0\.0\.1:\d+\/v1)\/responses\/input_tokens/m;

const ACCESS = { method: "POST", path: "/v1/responses/input_tokens", ms: expect.any(Number) as unknown };

/** An answer's line follows the answer. */
async function untilLines(terminal: FakeTerminal, lines: number): Promise<void> {
  while (terminal.out.length < lines) await setImmediate();
}

/** Runs the command until `use` is done with the SDK's client, then stops it. */
async function withServer(
  args: string[],
  use: (openai: OpenAI, terminal: FakeTerminal) => Promise<void>,
): Promise<void> {
  const terminal = fakeTerminal();
  const running = serveCommand.run(["--port", "0", ...args], terminal);
  while (terminal.out.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const baseURL = LISTENING.exec(terminal.out[0] ?? "")?.[1];
  try {
    await use(new OpenAI({ apiKey: "sk-test", baseURL, maxRetries: 0 }), terminal);
  } finally {
    terminal.stop();
    expect(await running).toBe(0);
  }
}

describe("serveCommand", () => {
  test("counts here without an upstream, and says that it estimates", async () => {
    await withServer([], async (openai, terminal) => {
      expect(terminal.out[1]).toBe("Every count is an estimate, made here.");
      expect(
        await openai.responses.inputTokens.count({ model: "gpt-5", input: "Tell me a joke." }),
      ).toMatchObject({
        object: "response.input_tokens",
        input_tokens: expect.any(Number),
        estimate: true,
      });
    });
  });

  test("refuses a bad body, an unknown key if it is strict", async () => {
    const body = { input: "hi", bogus: 1 };
    await withServer(["--strict"], async (openai) => {
      await expect(openai.responses.inputTokens.count(body)).rejects.toBeInstanceOf(BadRequestError);
    });
    await withServer([], async (openai) => {
      expect(await openai.responses.inputTokens.count(body)).toMatchObject({ estimate: true });
    });
  });

  test("forwards to an upstream with the caller's key alone, and tells of its failures", async () => {
    const upstream = await startUpstream();
    await withServer(["--upstream", `${upstream.url}/v1`], async (openai, terminal) => {
      const counted = await openai.responses.inputTokens.count({ input: "hi" });
      expect(counted).toEqual({ object: "response.input_tokens", input_tokens: 3 });
      expect(upstream.seen[0]?.headers.authorization).toBe("Bearer sk-test");
      upstream.answer = "reset";
      await expect(openai.responses.inputTokens.count({ input: "hi" })).rejects.toMatchObject({
        status: 502,
      });
      expect(terminal.err).toEqual([expect.stringMatching(/^The connection to .* failed/)]);
    });
    await upstream.close();
  });

  test.each([
    [
      { model: "gpt-5", messages: [] },
      "messages",
      /^400 Unknown parameter: 'messages'\. This is a body for POST \/chat\/completions;/,
    ],
    [{ name: "x" }, null, /^400 This is no request: /],
    [{ object: "response", output: [] }, null, /^400 This is a response of the API/],
  ])("refuses %j, which is of another kind", async (body, param, message) => {
    await withServer([], async (openai) => {
      const error: unknown = await openai.responses.inputTokens
        .count(body as object)
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ status: 400, param, message: expect.stringMatching(message) });
    });
  });

  test("warns of unknown keys, unless it is strict", async () => {
    const body = { input: "hi", instrctions: 1, stream: true };
    await withServer([], async (openai, terminal) => {
      await openai.responses.inputTokens.count(body);
      expect(terminal.err).toEqual([
        "warning: Unknown parameter: 'instrctions'. Did you mean 'instructions'?",
      ]);
    });
    await withServer(["--json"], async (openai, terminal) => {
      await openai.responses.inputTokens.count(body);
      expect(JSON.parse(terminal.out[1] ?? "")).toMatchObject({ warning: { param: "instrctions" } });
    });
  });

  test("says that it is there", async () => {
    await withServer([], async ({ baseURL }, terminal) => {
      const health = new URL("/health?key=secret", baseURL);
      const answer = await fetch(health);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe('{"status":"ok"}');
      expect((await fetch(health, { method: "POST" })).status).toBe(405);
      await untilLines(terminal, 4);
      expect(terminal.out.slice(2)).toEqual([
        expect.stringMatching(/^GET \/health 200 \d+ ms$/),
        expect.stringMatching(/^POST \/health 405 \d+ ms$/),
      ]);
    });
  });

  test("tells tokens, the fault or the upstream's id in a line, and nothing of a body or a query", async () => {
    const upstream = await startUpstream();
    await withServer(["--upstream", `${upstream.url}/v1`], async ({ baseURL }, terminal) => {
      const ask = (body: string) =>
        fetch(`${baseURL}/responses/input_tokens?key=secret`, {
          method: "POST",
          headers: { authorization: "Bearer sk-test", "content-type": "application/json" },
          body,
        }).then((response) => response.text());
      await ask('{"input":"private"}');
      await ask('{"input":[{"role":"private"}]}');
      await untilLines(terminal, 4);
      expect(terminal.out.slice(2)).toEqual([
        expect.stringMatching(/^POST \/v1\/responses\/input_tokens 200 \d+ ms 3 tokens( req_\w+)?$/),
        expect.stringMatching(/^POST \/v1\/responses\/input_tokens 400 \d+ ms invalid_value input\[0\]$/),
      ]);
    });
    await upstream.close();
  });

  test("lets pages of a named origin call", async () => {
    const origin = "https://app.example.com";
    await withServer(["--cors", origin], async ({ baseURL }) => {
      const ask = (from: string) =>
        fetch(`${baseURL}/responses/input_tokens`, { method: "POST", headers: { origin: from }, body: "{}" });
      expect((await ask(origin)).headers.get("access-control-allow-origin")).toBe(origin);
      expect((await ask("https://other.test")).headers.get("access-control-allow-origin")).toBeNull();
    });
  });

  test("writes a line for each answer, as JSON if asked to", async () => {
    await withServer(["--json"], async (openai, terminal) => {
      await openai.responses.inputTokens.count({ input: "hi" });
      await expect(openai.responses.inputTokens.count({ input: 5 as never })).rejects.toThrow("400");
      await untilLines(terminal, 3);
      expect(terminal.out.map((line) => JSON.parse(line) as unknown)).toEqual([
        { listening: expect.stringContaining("/v1/responses/input_tokens"), estimates: true },
        { ...ACCESS, status: 200, input_tokens: expect.any(Number) },
        { ...ACCESS, status: 400, issue: { code: "invalid_type", param: "input" } },
      ]);
    });
  });

  test.each([
    [["--port", "http"], "--port must be a number from 0 to 65535."],
    [["--port", "65536"], "--port must be a number from 0 to 65535."],
    [["body.json"], "serve takes no files."],
    [["--port", "0", "--host", "256.0.0.1"], /^Cannot listen at 256\.0\.0\.1:0 \(E[A-Z_]+\)\.$/],
    [["--upstream", "not a url"], /^Invalid baseUrl/],
    [["--cors", "not an origin"], /^Invalid cors/],
  ])("refuses %j", async (args, message) => {
    await expect(serveCommand.run(args, fakeTerminal())).rejects.toThrow(message);
  });
});

describe("the program's serve", () => {
  let child: ChildProcess | undefined;
  afterEach(() => void child?.kill("SIGKILL"));

  test.each(["SIGINT", "SIGTERM"] as const)("finishes what is under way at %s", async (signal) => {
    const upstream = await startUpstream();
    upstream.answer = "hang";
    const args = ["--import", "tsx", "src/cli/main.ts", "serve", "--port", "0", "--upstream", upstream.url];
    const started = spawn(process.execPath, args, {
      cwd: ROOT,
      env: childEnvironment(),
      stdio: ["ignore", "pipe", "inherit"],
    });
    child = started;
    let out = "";
    started.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    while (!LISTENING.test(out)) await once(started.stdout, "data");
    const url = `${LISTENING.exec(out)?.[1]}/responses/input_tokens`;
    const headers = { "content-type": "application/json" };
    const answering = fetch(url, { method: "POST", headers, body: '{"input":"hi"}' });
    while (upstream.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const exit = once(started, "exit");
    started.kill(signal);
    setTimeout(() => upstream.release(), 100);
    expect((await answering).status).toBe(200);
    expect(await exit).toEqual([0, null]);
    await upstream.close();
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chooseCounter } from "../../src/cli/choose-counter.js";
import { run } from "../../src/cli/run.js";
import { fakeTerminal } from "./support/fake-terminal.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const KEY = "sk-test-key-of-nobody";

describe("input-tokens count, without a key", () => {
  const count = async (args: string[], input = "") => {
    const terminal = fakeTerminal({ input });
    const code = await run(["count", ...args], terminal);
    return { code, out: terminal.out, err: terminal.err };
  };

  test("counts the bundled examples, each line marked as an estimate", async () => {
    const { code, out, err } = await count([]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out[0]).toBe("No file was named: these are the bundled examples. See input-tokens count --help\n");
    expect(out[1]).toBe("Counted here, as OPENAI_API_KEY is not set: every count is an estimate.");
    const rest = out.slice(
      2,
      out.findIndex((line) => line.includes("--parts")),
    );
    expect(rest.filter((line) => !line.includes("estimate"))).toEqual([]);
    expect(rest[0]).toMatch(/1-plain-text\.json +11 tokens \(estimate\), /);
    expect(rest.at(-1)).toMatch(/^\n4 requests, at least [\d,]+ tokens \(estimate; best guess [\d,]+\)$/);
  });

  test("says what an estimate leaves out", async () => {
    const { out } = await count(["-"], '{"model":"gpt-5","input":"x","previous_response_id":"resp_1"}');
    expect(out.slice(1)).toEqual([
      expect.stringMatching(/^<stdin> {2}at least 7 tokens \(estimate\), /),
      "  estimate: previous_response_id: stored response: its items are on the server",
    ]);
  });

  test("says at least of a text that is too long to be read to its end", async () => {
    const input = JSON.stringify({
      model: "gpt-5",
      input: Array(3).fill({ role: "user", content: " a".repeat(4_000_000) }),
    });
    const { out } = await count(["-"], input);
    expect(out[1]).toMatch(/^<stdin> +at least 10,\d{3},\d{3} tokens \(estimate\), /);
    expect(out[2]).toBe("  estimate: the body is too large to be read to its end");
  });

  test("writes JSON, one object a line", async () => {
    const { out } = await count(["--json", "-"], '{"model":"gpt-5","input":"Tell me a joke."}\n{"input":5}');
    expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        file: "<stdin>",
        line: 1,
        object: "response.input_tokens",
        input_tokens: 11,
        estimate: true,
        range: [11, 11],
        left_out: [],
        model_use: expect.objectContaining({ fits: true }),
      },
      {
        file: "<stdin>",
        line: 2,
        issues: [expect.objectContaining({ param: "input", line: 2, column: 10 })],
      },
    ]);
  });

  test("counts as another model", async () => {
    const { out } = await count(
      ["--json", "--model", "gpt-4o", "-"],
      '{"model":"gpt-5","input":"Tell me a joke."}',
    );
    expect(JSON.parse(out[0] ?? "")).toMatchObject({ input_tokens: 12 });
  });

  test("names file and fault of a bad body, and nothing else of it", async () => {
    const { code, out, err } = await count(
      ["-"],
      '{"input":[{"role":"user","content":{"private":"words"}}]}',
    );
    expect(code).toBe(1);
    expect(err).toEqual([
      "<stdin>:1:36 Invalid type for 'input[0].content': expected one of an array of objects or string, but got an object instead.",
    ]);
    expect([...out, ...err].join("\n")).not.toContain("words");
  });

  test.each([
    [["--local", "--base-url", "http://x.test"], "--local and --base-url exclude each other."],
    [["--local", "--compare"], "--local and --compare exclude each other."],
    [["--compare"], "--compare asks a server: set OPENAI_API_KEY or name one with --base-url."],
    [
      ["--parts", "--base-url", "http://x.test"],
      "--parts are counted here; add --compare to ask the server too.",
    ],
    [["--max-tokens", "1e3"], "--max-tokens must be a whole number of tokens."],
  ])("refuses %j", async (args, message) => {
    expect(await count(args)).toMatchObject({ code: 2, err: [message, "See: input-tokens count --help"] });
  });
});

describe("chooseCounter", () => {
  test.each([
    [{}, {}, "Counted here, as OPENAI_API_KEY is not set: every count is an estimate."],
    [{}, { OPENAI_API_KEY: KEY }, "Counted by the provider."],
    [
      {},
      { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: "https://eu.api.openai.com/v1" },
      "Counted by the provider.",
    ],
    [
      {},
      { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: "https://api.openai.com.evil.test/v1" },
      "Counted by https://api.openai.com.evil.test.",
    ],
    [{}, { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: "http://proxy.test/v1" }, "Counted by http://proxy.test."],
    [{ baseUrl: "http://x.test:81/token/v1" }, {}, "Counted by http://x.test:81."],
  ])("names who counts with %j and %j", (options, env, source) => {
    expect(chooseCounter(options, env).source).toBe(source);
  });
});

describe("input-tokens count, with progress", () => {
  test("tells how far it is when there are many files", async () => {
    const names = Array.from({ length: 25 }, (_, index) => [`${index}.json`, '{"input":"x"}']);
    const files = await temporaryFolder(Object.fromEntries(names) as Record<string, string>);
    const terminal = fakeTerminal({ watched: true });
    expect(await run(["count", files.path("*.json")], terminal)).toBe(0);
    expect(terminal.passing[4]).toBe("5 requests of 25 files counted");
    expect(terminal.passing.at(-1)).toBe("");
    await files.remove();
  });
});

describe("input-tokens count, with a key", () => {
  let server: Server;
  let baseUrl: string;
  let answer: { status: number; body: object };
  let seen: { authorization: string | undefined; body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        seen.push({ authorization: request.headers.authorization, body });
        response.writeHead(answer.status, { "content-type": "application/json" });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });
  afterEach(() => void (seen = []));
  afterAll(() => new Promise<unknown>((resolve) => server.close(resolve)));

  const count = async (
    args: string[],
    input: string,
    env: Record<string, string> = { OPENAI_API_KEY: KEY },
  ) => {
    const terminal = fakeTerminal({ input, env });
    const code = await run(["count", "--base-url", baseUrl, ...args, "-"], terminal);
    return { code, out: terminal.out, err: terminal.err };
  };

  test("asks the provider", async () => {
    answer = { status: 200, body: { object: "response.input_tokens", input_tokens: 4321 } };
    const { code, out } = await count([], '{"input":"hi"}\n{"input":"ho"}');
    expect(code).toBe(0);
    expect(out).toEqual([
      `Counted by ${new URL(baseUrl).origin}.`,
      "<stdin>:1      4,321 tokens",
      "<stdin>:2      4,321 tokens",
      "\n2 requests, 8,642 tokens",
    ]);
    expect(seen.map(({ authorization }) => authorization)).toEqual([`Bearer ${KEY}`, `Bearer ${KEY}`]);
  });

  test("does not say who counted before anything is counted", async () => {
    answer = {
      status: 400,
      body: { error: { message: "no", type: "invalid_request_error", param: null, code: null } },
    };
    expect((await count([], '{"input":"hi"}')).out).toEqual([]);
    expect((await count([], '{"input":5}')).out).toEqual([]);
  });

  test("sends no key to a named server when there is none", async () => {
    answer = { status: 200, body: { object: "response.input_tokens", input_tokens: 1 } };
    expect((await count([], '{"input":"hi"}', {})).code).toBe(0);
    expect(seen[0]?.authorization).toBeUndefined();
  });

  test("counts here all the same with --local", async () => {
    const terminal = fakeTerminal({ input: '{"input":"hi"}', env: { OPENAI_API_KEY: KEY } });
    expect(await run(["count", "--local", "-"], terminal)).toBe(0);
    expect(terminal.out[0]).toBe("Counted here: every count is an estimate.");
  });

  test("does not send a bad body", async () => {
    expect((await count([], '{"input":5}')).code).toBe(1);
    expect(seen).toEqual([]);
  });

  test("reports a refusal without the key", async () => {
    const message = `Incorrect API key provided: ${KEY}.`;
    answer = {
      status: 401,
      body: { error: { message, type: "invalid_request_error", param: null, code: "invalid_api_key" } },
    };
    const { code, out, err } = await count([], '{"input":"hi"}');
    expect(code).toBe(1);
    expect(err[0]).toContain("Incorrect API key provided: (key).");
    expect([...out, ...err].join("\n")).not.toContain(KEY);
  });

  test("leaves addresses and words alone where the key is a short word", async () => {
    answer = {
      status: 500,
      body: { error: { message: "v1 is down", type: "server_error", param: null, code: null } },
    };
    const { err } = await count([], '{"input":"hi"}', { OPENAI_API_KEY: "v1" });
    expect(err[0]).toContain("500 v1 is down");
  });

  test("refuses a base URL that is none", async () => {
    const terminal = fakeTerminal();
    expect(await run(["count", "--base-url", "nonsense", "-"], terminal)).toBe(2);
    expect(terminal.err.at(-1)).toBe("See: input-tokens count --help");
  });
});

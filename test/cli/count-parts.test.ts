import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as models from "gpt-tokenizer/models";
import { run } from "../../src/cli/run.js";
import type { LocalTokenCount } from "../../src/local/index.js";
import { fakeTerminal } from "./support/fake-terminal.js";

const count = async (args: string[], input = "") => {
  const terminal = fakeTerminal({ input });
  const code = await run(["count", ...args], terminal);
  return { code, out: terminal.out, err: terminal.err };
};

describe("input-tokens count", () => {
  test("shows the parts of the largest example, and of any request if asked to", async () => {
    const examples = (await count([])).out;
    expect(examples.find((line) => line.includes("--parts"))).toMatch(
      /^\nWhere the tokens of .*2-agent-with-tools\.json go/,
    );
    expect(examples.filter((line) => /^ {4}tools\[1\] web_search .*%.*█/.test(line))).toHaveLength(1);
    const { out } = await count(["--parts", "-"], '{"model":"gpt-5","input":"Tell me a joke."}');
    expect(out.slice(1)).toEqual([
      expect.stringMatching(/^<stdin> +11 tokens \(estimate\)/),
      "  input                   9   82 %  ███████████████████▋",
      "  frame                   2   18 %  ████▍",
      "",
    ]);
  });

  test("gives the parts as data, which add up", async () => {
    const body = '{"model":"gpt-5","instructions":"Be brief.","input":"Tell me a joke."}';
    const record = JSON.parse(
      (await count(["--parts", "--json", "-"], body)).out[0] ?? "",
    ) as LocalTokenCount;
    expect(record.parts.map(({ param }) => param)).toEqual(["instructions", "input", ""]);
    expect(record.parts.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(record.input_tokens);
    expect(JSON.parse((await count(["--json", "-"], body)).out[0] ?? "")).not.toHaveProperty("parts");
  });

  test.each([
    ["11", 0, true, []],
    ["10", 1, false, ["<stdin>: more than 10 tokens"]],
  ])("holds a request to --max-tokens %s", async (limit, code, fits, err) => {
    const body = '{"model":"gpt-5","input":"Tell me a joke."}';
    expect(await count(["--max-tokens", limit, "-"], body)).toMatchObject({ code, err });
    const json = await count(["--json", "--max-tokens", limit, "-"], body);
    expect({ code: json.code, ...(JSON.parse(json.out[0] ?? "") as object) }).toMatchObject({ code, fits });
  });

  test("says probably where only the best guess is over --max-tokens", async () => {
    const image = { type: "input_image", image_url: "https://example.com/x.png", detail: "high" };
    const body = JSON.stringify({ model: "gpt-5", input: [{ role: "user", content: [image] }] });
    const { out } = await count(["--json", "-"], body);
    const { range, input_tokens } = JSON.parse(out[0] ?? "") as LocalTokenCount;
    expect(range[0]).toBeLessThan(input_tokens);
    expect(await count(["--max-tokens", String(range[0]), "-"], body)).toMatchObject({
      code: 1,
      err: [`<stdin>: probably more than ${range[0]} tokens`],
    });
  });

  test("shows the share of the context and the price where the tokenizer package knows them", async () => {
    const { price_data, context_window } = models["gpt-4o"];
    const body = JSON.stringify({ model: "gpt-4o", input: "Tell me a joke." });
    const rate = price_data.main.input;
    const line = (await count(["-"], body)).out[1] ?? "";
    expect(line).toContain(`under 0.1 % of ${context_window.toLocaleString("en-US")}, $`);
    expect(line.endsWith(` (gpt-tokenizer: $${rate} a million)`)).toBe(true);
    const record = JSON.parse((await count(["--json", "-"], body)).out[0] ?? "") as LocalTokenCount;
    expect(record).toMatchObject({
      model_use: { context: context_window, fits: true, price: (record.input_tokens * rate) / 1e6 },
    });
    expect((await count(["--model", "nobodys-model", "-"], body)).out[1]).toMatch(
      /tokens \(estimate[^)]*\)$/,
    );
  });

  test("warns where the range reaches over --max-tokens", async () => {
    const body = '{"model":"gpt-5","input":"Tell me a joke.","previous_response_id":"resp_1"}';
    expect(await count(["--max-tokens", "100", "-"], body)).toMatchObject({
      code: 0,
      err: ["<stdin>: warning: it may be more than 100 tokens"],
    });
    expect(
      JSON.parse((await count(["--json", "--max-tokens", "100", "-"], body)).out[0] ?? ""),
    ).toMatchObject({ fits: null });
  });
});

describe("input-tokens count --compare", () => {
  let server: Server;
  let origin: string;
  let answer: { status: number; body: object };
  beforeAll(async () => {
    server = createServer((_, response) => {
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<unknown>((resolve) => server.close(resolve)));
  const compare = (args: string[], input: string) =>
    count(["--compare", "--base-url", `${origin}/v1`, ...args, "-"], input);

  test("compares its own count with the server's, by file and in all", async () => {
    answer = { status: 200, body: { object: "response.input_tokens", input_tokens: 12 } };
    const body = '{"model":"gpt-5","input":"Tell me a joke."}';
    const { code, out } = await compare([], `${body}\n${body}`);
    expect(code).toBe(0);
    expect(out).toEqual([
      "Counted here: every count is an estimate.",
      expect.stringMatching(/^<stdin>:1 +11 tokens \(estimate\), /),
      `  counted by ${origin}: 12 tokens, 1 more than the estimate (8.3 %), outside its range`,
      expect.stringMatching(/^<stdin>:2 +11 tokens \(estimate\), /),
      `  counted by ${origin}: 12 tokens, 1 more than the estimate (8.3 %), outside its range`,
      "\n2 requests, 22 tokens (estimate)",
      `counted by ${origin}: 24 tokens, 2 more than the estimate (8.3 %), outside its range`,
    ]);
    const json = await compare(["--parts", "--json"], body);
    expect(JSON.parse(json.out[0] ?? "")).toMatchObject({
      input_tokens: 11,
      parts: [{ param: "input" }, { kind: "frame" }],
      compared: { by: origin, input_tokens: 12, difference: 1 },
    });
  });

  test("does not compare what the server refused", async () => {
    answer = {
      status: 400,
      body: { error: { message: "no", type: "invalid_request_error", param: null, code: null } },
    };
    const { code, out, err } = await compare([], '{"input":"hi"}');
    expect({ code, out, err }).toEqual({
      code: 1,
      out: ["Counted here: every count is an estimate."],
      err: [expect.stringContaining("400 no")],
    });
  });
});

import { describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/run.js";
import { fakeTerminal } from "./support/fake-terminal.js";

const REQUEST = { model: "gpt-5", input: "Tell me a joke." };
const CHAT = { model: "gpt-5", messages: [{ role: "user", content: "hi" }] };
const batchLine = (body: object, url: unknown = "/v1/responses") => ({
  custom_id: "a",
  method: "POST",
  url,
  body,
});

const runWith = async (args: string[], ...bodies: object[]) => {
  const terminal = fakeTerminal({ input: bodies.map((body) => JSON.stringify(body)).join("\n") });
  const code = await run([...args, "-"], terminal);
  return { code, out: terminal.out, err: terminal.err };
};

describe.each(["count", "validate"])("%s", (command) => {
  test.each([
    [
      "a Chat Completions body",
      CHAT,
      "<stdin>:1:18",
      "Unknown parameter: 'messages'. This is a body for POST /chat/completions; POST /responses has 'input'.",
    ],
    [
      "a response",
      { object: "response", output: [], usage: {} },
      "<stdin>:1:1",
      "This is a response of the API, not a request.",
    ],
    [
      "a package.json",
      { name: "x", version: "1.0.0" },
      "<stdin>:1:1",
      "This is no request: it has none of the parameters that POST /responses takes.",
    ],
    [
      "a Batch line of a Chat Completions body",
      batchLine(CHAT),
      "<stdin>:1:80",
      "Unknown parameter: 'messages'. This is a body for POST /chat/completions; POST /responses has 'input'.",
    ],
    [
      "a Batch line of embeddings",
      batchLine(REQUEST, "/v1/embeddings"),
      "<stdin>:1:40",
      "This Batch line is for another endpoint than POST /responses.",
    ],
  ])("names %s for what it is", async (_, body, place, message) => {
    const { code, out, err } = await runWith([command], body);
    expect(code).toBe(1);
    expect([...out, ...err].join("\n")).toContain(`${place} ${message}`);
    expect(out.join("\n")).not.toContain("tokens");
  });

  test("reads the body of Batch lines, and names a fault in it at its place in the file", async () => {
    const { code, out, err } = await runWith(
      [command],
      batchLine(REQUEST),
      batchLine({ ...REQUEST, input: 5 }),
    );
    expect(code).toBe(1);
    expect([...out, ...err].join("\n")).toContain("<stdin>:2:88 Invalid type for 'input'");
  });

  test("warns of unknown keys at the top of a body, not of those that generation takes", async () => {
    const { code, err } = await runWith([command], { ...REQUEST, instrctions: "x", stream: true });
    expect({ code, err }).toEqual({
      code: 0,
      err: ["<stdin>:1:44 warning: Unknown parameter: 'instrctions'. Did you mean 'instructions'?"],
    });
  });

  test("warns of a body with nothing in it", async () => {
    expect(await runWith([command], {})).toMatchObject({
      code: 0,
      err: ["<stdin>:1:1 warning: The request is empty."],
    });
  });

  test("writes warnings for programs", async () => {
    const { out } = await runWith([command, "--json"], { ...REQUEST, bogus: 1 });
    const written = JSON.parse(out.join("")) as { requests?: object[] };
    expect(written.requests?.[0] ?? written).toMatchObject({
      warnings: [{ line: 1, column: 44, param: "bogus", code: "unknown_parameter" }],
    });
  });

  test("does not list thousands of warnings", async () => {
    const keys = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key_${index}`, 1]));
    expect((await runWith([command], { ...REQUEST, ...keys })).err).toHaveLength(20);
  });
});

describe("input-tokens count", () => {
  const create = { ...REQUEST, stream: true, temperature: 1 };

  test("counts a body for responses.create, and names once what it leaves out if asked to", async () => {
    const { code, out, err } = await runWith(["count", "--strict", "--verbose"], create, {
      ...create,
      store: true,
    });
    expect(code).toBe(0);
    expect(out.slice(1, 3)).toEqual([
      expect.stringMatching(/^<stdin>:1 +11 tokens \(estimate\), /),
      expect.stringMatching(/^<stdin>:2 +11 tokens \(estimate\), /),
    ]);
    expect(err).toEqual(["Left out, as only generation takes them: stream, temperature, store."]);
    expect((await runWith(["count"], create)).err).toEqual([]);
  });
});

describe("input-tokens validate", () => {
  test("annotates warnings", async () => {
    const { code, out } = await runWith(["validate", "--format", "github"], { ...REQUEST, bogus: 1 });
    expect({ code, out }).toEqual({
      code: 0,
      out: ["::warning file=<stdin>,line=1,col=44,title=unknown_parameter::Unknown parameter: 'bogus'."],
    });
  });

  test("refuses what only generation takes if it is strict, as the count endpoint's contract does", async () => {
    const { code, out } = await runWith(["validate", "--strict"], { ...REQUEST, stream: true });
    expect(code).toBe(1);
    expect(out[0]).toContain("<stdin>:1:44 Unknown parameter: 'stream'.");
  });
});

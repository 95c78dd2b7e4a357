import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/run.js";
import { fakeTerminal } from "./support/fake-terminal.js";
import { temporaryFolder } from "./support/temporary-folder.js";

const GOOD = '{"model":"gpt-5","input":"hi"}';
const BAD = `{
  "input": [{ "role": "usr", "content": "hi" }],
  "tools": [{ "type": "function", "name": 5 }]
}`;

describe("input-tokens validate", () => {
  let files: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    files = await temporaryFolder({
      "good.json": GOOD,
      "bad.json": BAD,
      "extra.json": '{"input":"x","bogus":1}',
      "new.json": '{"input":[{"type":"item_of_2030","x":1}]}',
      "lines.jsonl": `${GOOD}\n{"model":5,"input":"x"}\n`,
      "comma.json": '{"input":"x",}',
      "empty.yaml": "",
    });
  });
  afterAll(() => files.remove());

  const validate = async (...args: string[]) => {
    const terminal = fakeTerminal({ input: BAD });
    const code = await run(["validate", ...args], terminal);
    return {
      code,
      out: terminal.out.join("\n").replaceAll(files.folder, "DIR"),
      err: terminal.err.join("\n"),
    };
  };

  test("is content with good bodies", async () => {
    const { code, out } = await validate(files.path("good.json"));
    expect({ code, out }).toEqual({ code: 0, out: "1 request checked, all valid." });
  });

  test("shows every fault at its place", async () => {
    const { code, out } = await validate(files.path("bad.json"));
    expect(code).toBe(1);
    expect(out).toContain("DIR/bad.json:2:23 Invalid value: 'usr'.");
    expect(out).toContain('> 2 |   "input": [{ "role": "usr", "content": "hi" }],');
    expect(out).toContain(
      "DIR/bad.json:3:43 Invalid type for 'tools[0].name': expected a string, but got an integer instead.",
    );
    expect(out).toContain("1 request checked, not all valid: 2 issues in 1 of them.");
  });

  test("finds no fault in the bundled examples", async () => {
    const { code, out } = await validate("--strict", "src/cli/examples/*.json");
    expect({ code, out }).toEqual({ code: 0, out: "4 requests checked, all valid." });
  });

  test("refuses unknown keys when it is strict, at their name", async () => {
    expect((await validate(files.path("extra.json"))).code).toBe(0);
    const { code, out } = await validate("--strict", files.path("extra.json"));
    expect(code).toBe(1);
    expect(out).toContain("DIR/extra.json:1:14 Unknown parameter: 'bogus'.");
  });

  test("lets unknown types pass when asked to", async () => {
    expect((await validate(files.path("new.json"))).code).toBe(1);
    expect((await validate("--allow-unknown-types", files.path("new.json"))).code).toBe(0);
  });

  test("writes JSON", async () => {
    const { code, out } = await validate("--format", "json", files.path("lines.jsonl"));
    expect(code).toBe(1);
    expect((await validate("--json", files.path("lines.jsonl"))).out).toBe(out);
    expect(JSON.parse(out)).toEqual({
      valid: false,
      requests: [
        { file: "DIR/lines.jsonl", line: 1, valid: true, issues: [] },
        {
          file: "DIR/lines.jsonl",
          line: 2,
          valid: false,
          issues: [expect.objectContaining({ line: 2, column: 10, code: "invalid_type", param: "model" })],
        },
      ],
      unreadable: [],
    });
  });

  test("writes annotations for GitHub", async () => {
    const { code, out } = await validate("--format=github", files.path("comma.json"));
    expect(code).toBe(1);
    expect(out).toBe(
      "::error file=DIR/comma.json,line=1,col=14,title=invalid_syntax::Expected a member name in double quotes.",
    );
  });

  test("reads standard input", async () => {
    const { code, out } = await validate("-");
    expect(code).toBe(1);
    expect(out).toContain("<stdin>:2:23");
  });

  test("goes on behind a file that cannot be read, and says so in the end", async () => {
    const { code, out, err } = await validate(files.path("nope.json"), files.path("good.json"));
    expect(code).toBe(2);
    expect(err).toMatch(/nope\.json: there is no such file$/);
    expect(out).toBe("1 request checked, all valid.");
  });

  test("writes JSON of nothing but what cannot be read", async () => {
    const { out } = await validate("--json", files.path("nope.json"));
    expect(JSON.parse(out)).toEqual({
      requests: [],
      unreadable: [{ file: "DIR/nope.json", message: "there is no such file" }],
      valid: false,
    });
  });

  test("takes an empty file for a fault", async () => {
    expect((await validate(files.path("empty.yaml"))).out).toContain(
      "DIR/empty.yaml:1:1 There is no request in it.",
    );
  });

  test.each([
    [[], "Name the files to check, or - for standard input."],
    [["--format", "xml", "x"], "--format takes one of text, json, github."],
    [["--json", "--format", "github", "x"], "--json and --format github exclude each other."],
    [["--bogus"], "Unknown option '--bogus'."],
    [["--stict"], "Unknown option '--stict'. Did you mean '--strict'?"],
    [["no-such-*.json"], "No file matches 'no-such-*.json'."],
  ])("refuses %j", async (args, message) => {
    const { code, err } = await validate(...args);
    expect({ code, err }).toEqual({ code: 2, err: `${message}\nSee: input-tokens validate --help` });
  });
});

import { describe, expect, test } from "@jest/globals";
import { parseSource, type SourceDocument, type SourcePart } from "../../../src/cli/read/parse-source.js";
import { SourceText } from "../../../src/cli/read/source-text.js";

const parse = (name: string, text: string) => [...parseSource(name, new SourceText(text))];
const values = (parts: SourcePart[]) =>
  parts.map((part) => ("document" in part ? part.document.value : part.fault));

function documentOf(parts: SourcePart[], index = 0): SourceDocument {
  const part = parts[index];
  if (!part || !("document" in part)) throw new Error("there is no document");
  return part.document;
}

describe("parseSource", () => {
  test.each([
    ["a.json", '{"a":1}', [{ a: 1 }]],
    ["a.jsonl", '{"a":1}\n\n{"a":2}\r\n', [{ a: 1 }, { a: 2 }]],
    ["a.yml", "a: 1\n---\na: 2\n", [{ a: 1 }, { a: 2 }]],
    ["a.yaml", "base: &b {x: 1}\ncopy: *b", [{ base: { x: 1 }, copy: { x: 1 } }]],
    ["<stdin>", '{\n"a":1}', [{ a: 1 }]],
    ["<stdin>", '{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
    ["<stdin>", "a: 1", [{ a: 1 }]],
    ["a.yaml", "", []],
  ])("parses %s with %j", (name, text, expected) => {
    expect(values(parse(name, text))).toEqual(expected);
  });

  test("names the place of a fault in each line of JSON Lines", () => {
    expect(values(parse("a.jsonl", '{"a":1}\n{"a":}\n'))).toEqual([
      { a: 1 },
      { message: "Expected a JSON value.", position: { line: 2, column: 6 } },
    ]);
  });

  test("names the place of a fault in YAML without quoting the text", () => {
    expect(values(parse("a.yaml", "a: 1\nb: [secret\n"))).toEqual([
      {
        message: expect.not.stringContaining("secret"),
        position: { line: expect.any(Number), column: expect.any(Number) },
      },
    ]);
  });

  test.each([
    ["brackets", "a: " + "[".repeat(5000)],
    ["dashes", "- ".repeat(5000)],
  ])("refuses YAML nested too deep by %s, which would end the process", (_, text) => {
    expect(values(parse("a.yaml", text))).toEqual([
      { message: "The YAML is nested deeper than 500 levels.", position: { line: 1, column: 1 } },
    ]);
  });

  test("refuses an alias bomb", () => {
    const levels = Array.from(
      { length: 20 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(",")}]`,
    );
    expect(values(parse("a.yaml", ["a0: &a0 [x]", ...levels].join("\n")))).toEqual([
      expect.objectContaining({ message: "The YAML has aliases that cannot be resolved." }),
    ]);
  });
});

describe("locate", () => {
  const json = '{\n  "input": [\n    { "role": "usr", "role": "x" }\n  ]\n}';
  test.each<[(string | number)[], "name" | "value", number, number]>([
    [["input"], "value", 2, 12],
    [["input"], "name", 2, 3],
    [["input", 0], "value", 3, 5],
    [["input", 0, "role"], "value", 3, 30],
    [["input", 0, "content"], "value", 3, 5],
    [["input", 7, "content"], "value", 2, 12],
    [["tools"], "value", 1, 1],
    [[], "value", 1, 1],
  ])("finds %j (%s) in JSON at %d:%d", (path, part, line, column) => {
    expect(documentOf(parse("a.json", json)).locate([{ path, part }])[0]).toEqual({ line, column });
  });

  test("finds places in JSON Lines and in a later YAML document", () => {
    const lines = documentOf(parse("a.jsonl", '{"a":1}\n{"model":5}'), 1);
    expect(lines.locate([{ path: ["model"], part: "value" }])[0]).toEqual({ line: 2, column: 10 });
    const yaml = documentOf(parse("a.yaml", "a: 1\n---\ninput:\n  - role: usr\n"), 1);
    expect(yaml.locate([{ path: ["input", 0, "role"], part: "value" }])[0]).toEqual({ line: 4, column: 11 });
  });

  test("finds a place at any depth", () => {
    const deep = documentOf(parse("a.json", "\n" + "[".repeat(50_000) + "]".repeat(50_000)));
    const path = Array.from({ length: 40_000 }, () => 0);
    expect(deep.locate([{ path, part: "value" }])[0]).toEqual({ line: 2, column: 40_001 });
  });

  test("reads the last member of a name, and nothing that stood in those before it", () => {
    const twice = documentOf(parse("a.json", '{"a":{"b":{"c":1}}, "\\u0061":{"b":2}, "x":1}'));
    const wanted = [["a", "b"], ["a", "b", "c"], ["a", "d"], ["x"]];
    expect(twice.locate(wanted.map((path) => ({ path, part: "value" as const })))).toEqual(
      [35, 35, 30, 43].map((column) => ({ line: 1, column })),
    );
  });

  test("finds what stands behind an alias, and the last of several anchors", () => {
    const yaml = documentOf(parse("a.yaml", "x: &a {b: 1}\ny: &a {b: 2}\nz: *a\n"));
    expect(yaml.locate([{ path: ["z", "b"], part: "value" }])).toEqual([{ line: 2, column: 11 }]);
  });
});

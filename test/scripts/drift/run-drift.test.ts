import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { runDrift } from "../../../scripts/drift/run-drift.js";
import type { Schema } from "../../../scripts/drift/wire/read-keywords.js";
import { createDocument, record, writeTemporary } from "./support/documents.js";

const ours = {
  type: "object",
  properties: { name: { type: "string" }, strict: { type: "boolean", "x-deviation": "Left out." } },
};
const upstream = {
  type: "object",
  required: ["strict"],
  properties: { name: { enum: ["a", "b"] }, strict: { type: "boolean" }, more: { type: "string" } },
};

async function writePair(): Promise<[string, string]> {
  return [
    await writeTemporary("ours.json", createDocument(ours)),
    await writeTemporary("theirs.json", createDocument(upstream)),
  ];
}

describe("runDrift", () => {
  test("prints a table by place and exits with 1 when there is drift", async () => {
    const [mine, theirs] = await writePair();
    const { code, text } = await record(runDrift, theirs, "--ours", mine);
    expect(code).toBe(1);
    expect(text.split("\n")).toEqual([
      `${mine} against ${theirs}: 2 differences, 1 listed deviation`,
      "",
      "  new bodies we refuse with unknownKeys: reject  more: only upstream, optional string",
      '  bodies we accept that they refuse              name: values, upstream "a" | "b", ours any string',
      "",
      "Listed deviations, which do not count:",
      "  strict: required, only upstream  (Left out.)",
    ]);
  });

  test("exits with 0 when only deviations are left", async () => {
    const mine = await writeTemporary("ours.json", createDocument(ours));
    const theirs = await writeTemporary("theirs.json", createDocument({ ...ours, required: ["strict"] }));
    const { code, text } = await record(runDrift, theirs, "--ours", mine);
    expect([code, text.split("\n")[0]]).toEqual([
      0,
      `${mine} against ${theirs}: 0 differences, 1 listed deviation`,
    ]);
  });

  test("prints Markdown", async () => {
    const [mine, theirs] = await writePair();
    const { text } = await record(runDrift, theirs, "--ours", mine, "--format", "markdown");
    expect(text.split("\n").slice(1)).toEqual([
      "",
      "2 differences, 1 listed deviation.",
      "",
      "| Place | Difference | Means |",
      "| --- | --- | --- |",
      "| `more` | only upstream, optional string | new bodies we refuse with unknownKeys: reject |",
      '| `name` | values, upstream "a" \\| "b", ours any string | bodies we accept that they refuse |',
      "",
      "## Listed deviations",
      "",
      "| Place | Difference | Why |",
      "| --- | --- | --- |",
      "| `strict` | required, only upstream | Left out. |",
    ]);
  });

  test("prints JSON", async () => {
    const [mine, theirs] = await writePair();
    const { text } = await record(runDrift, theirs, "--ours", mine, "--format", "json");
    const detail = "only upstream, optional string";
    const meaning = "new bodies we refuse with unknownKeys: reject";
    expect((JSON.parse(text) as { differences: unknown[] }).differences[0]).toEqual({
      side: "request",
      place: "more",
      places: ["more"],
      what: "only upstream",
      detail,
      meaning,
    });
  });

  test("reads a document from a URL", async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === "/openapi.json" ? 200 : 404;
      response.end(JSON.stringify(createDocument(ours)));
    });
    await new Promise<void>((done) => server.listen(0, done));
    const url = `http://localhost:${(server.address() as AddressInfo).port}`;
    const mine = await writeTemporary("ours.json", createDocument(ours));
    expect((await record(runDrift, `${url}/openapi.json`, "--ours", mine)).code).toBe(0);
    await expect(record(runDrift, `${url}/no`, "--ours", mine)).rejects.toThrow(
      `cannot download ${url}/no: the server answered 404`,
    );
    await new Promise((done) => server.close(done));
    await expect(record(runDrift, `${url}/openapi.json`, "--ours", mine)).rejects.toThrow(
      `cannot download ${url}/openapi.json: ECONNREFUSED (name a file instead: npm run drift -- <file>)`,
    );
  });

  test("finds exactly what is removed from our own document", async () => {
    const document = JSON.parse(readFileSync("generated/contract.json", "utf8")) as {
      components: {
        schemas: Record<
          string,
          { enum: string[]; oneOf: { $ref: string }[]; properties: Record<string, unknown> }
        >;
      };
    };
    const { McpTool, ReasoningEffort, Tool } = document.components.schemas;
    delete McpTool?.properties["server_description"];
    if (ReasoningEffort) ReasoningEffort.enum = ReasoningEffort.enum.filter((value) => value !== "minimal");
    if (Tool) Tool.oneOf = Tool.oneOf.filter(({ $ref }) => !$ref.endsWith("/ApplyPatchTool"));
    const copy = await writeTemporary("copy.json", document as unknown as Schema);
    const { code, text } = await record(runDrift, copy);
    expect(code).toBe(1);
    expect(
      text
        .split("\n")
        .slice(2)
        .map((line) => line.replace(/ \(\+\d+\)/, "")),
    ).toEqual([
      '  bodies we accept that they refuse  reasoning.effort: values, only ours: "minimal"',
      expect.stringMatching(
        /^ {2}bodies we accept that they refuse {2}tools\[\]\.apply_patch: only ours, object \{type.*\}$/,
      ),
      "  bodies we accept that they refuse  tools[].mcp.server_description: only ours, optional string",
    ]);
    const { text: reversed } = await record(runDrift, "generated/contract.json", "--ours", copy);
    expect(
      reversed
        .split("\n")
        .slice(2)
        .map((line) => line.replace(/ \(\+\d+\)/, "")),
    ).toEqual([
      '  new bodies we refuse                           reasoning.effort: values, only upstream: "minimal"',
      expect.stringMatching(
        /^ {2}new bodies we refuse {27}tools\[\]\.apply_patch: only upstream, object \{type.*\}$/,
      ),
      "  new bodies we refuse with unknownKeys: reject  tools[].mcp.server_description: only upstream, optional string",
    ]);
  });
});

describe("runDrift, when the comparison cannot be made", () => {
  test.each<[string, string | Schema, string]>([
    ["broken.json", '{"paths": ', "is neither JSON nor YAML: Unexpected end of JSON input"],
    [
      "broken.yaml",
      "a: [1\nb: 2",
      "is neither JSON nor YAML: Flow sequence in block collection must be sufficiently indented",
    ],
    ["text.txt", "Hello", 'is no OpenAPI document: it has no "paths"'],
    ["other.json", { paths: { "/models": {} } }, "does not describe POST /responses/input_tokens"],
    [
      "bare.json",
      { paths: { "/responses/input_tokens": { post: {} } } },
      ": POST /responses/input_tokens has no JSON request body",
    ],
    ["huge.json", " ".repeat(50_000_001), "is larger than 50 MB"],
    [
      "lost.json",
      createDocument({ $ref: "#/components/schemas/Lost" }),
      'the reference "#/components/schemas/Lost" leads nowhere',
    ],
    [
      "split.json",
      createDocument({ $ref: "other.yaml#/Tool" }),
      'cannot follow the reference "other.yaml#/Tool": bundle the document first',
    ],
    [
      "bomb.yaml",
      makeBomb(),
      "is neither JSON nor YAML: Excessive alias count indicates a resource exhaustion attack",
    ],
  ])("%s is told in one line", async (name, content, message) => {
    const path = await writeTemporary(name, content);
    await expect(record(runDrift, path)).rejects.toThrow(message);
  });

  test.each<[string[], string]>([
    [["/no/such/file.yaml"], "there is no file /no/such/file.yaml"],
    [["/tmp"], "cannot read /tmp: it is a folder"],
    [["a", "b"], "one document at a time, but got 2"],
    [["a", "--sdk", "openai@7.57.0"], "either a document or --sdk, not both"],
    [["--format", "xml"], 'unknown format "xml": table, json or markdown'],
    [["--sdk", "openai"], '"openai" names no package: write it as openai@7.57.0'],
    [
      ["--sdk", "test/fixtures"],
      "test/fixtures has no resources/responses/input-tokens.d.ts: is it the provider's SDK?",
    ],
    [["--no-such-option"], "Unknown option '--no-such-option'"],
  ])("%j: %s", async (argv, message) => {
    await expect(record(runDrift, ...argv)).rejects.toThrow(message);
  });
});

function makeBomb(): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 9; level++) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(", ")}]`);
  }
  return lines.join("\n");
}

import { describe, expect, test } from "@jest/globals";
import { runDiff } from "../../../scripts/diff/run-diff.js";
import type { Schema } from "../../../scripts/drift/wire/read-keywords.js";
import { createDocument, record, writeTemporary } from "../drift/support/documents.js";

const before = { type: "object", properties: { name: { type: "string" } } };
const grown = { type: "object", properties: { name: { type: "string" }, size: { enum: ["s"] } } };

async function compare(
  old: Schema,
  current: Schema,
): Promise<{ code: number; lines: string[]; title: string }> {
  const paths = [await writeTemporary("old.json", old), await writeTemporary("new.json", current)];
  const { code, text } = await record(runDiff, ...paths);
  const [title = "", ...lines] = text.split("\n");
  return { code, lines, title: title.replace(paths[0] ?? "", "old").replace(paths[1] ?? "", "new") };
}

describe("runDiff", () => {
  test("names the step, tells the changes by direction and drafts the changelog", async () => {
    const { code, lines, title } = await compare(
      createDocument(before),
      createDocument(grown, undefined, "1.1.0"),
    );
    expect(title).toBe("old (1.0.0) -> new (1.1.0): not breaking: a minor step");
    expect(lines).toEqual([
      "",
      "Request: 1 change, 0 breaking",
      '  minor     `size` is new: optional "s".',
      "",
      "Response: no change",
      "",
      "oasdiff: agrees",
      "",
      "For CHANGELOG.md:",
      '- `size` is new: optional "s".',
      "",
      "Version 1.1.0 is a large enough step.",
    ]);
    expect(code).toBe(0);
  });

  test("exits with 1 when the step is too small", async () => {
    const { code, lines } = await compare(createDocument(before), createDocument(grown, undefined, "1.0.1"));
    expect([code, lines.at(-1)]).toEqual([1, "Version 1.0.1 is too small a step: at least 1.1.0 (minor)."]);
  });

  test("calls a removed property breaking", async () => {
    const { code, lines, title } = await compare(
      createDocument(grown),
      createDocument(before, undefined, "1.1.0"),
    );
    expect(title).toBe("old (1.0.0) -> new (1.1.0): breaking: a major step");
    expect(lines).toContain('- **Breaking:** `size` is gone: it was optional "s".');
    expect([code, lines.at(-1)]).toEqual([1, "Version 1.1.0 is too small a step: at least 2.0.0 (major)."]);
  });

  test("sees a closed object, which oasdiff does not", async () => {
    const closed = { ...before, additionalProperties: false };
    const { lines, title } = await compare(createDocument(before), createDocument(closed));
    expect(title).toBe("old (1.0.0) -> new (1.0.0): breaking: a major step");
    expect(lines).toContain("  breaking  `(body)` is limited: no further properties.");
    expect(lines).toContain("oasdiff: sees nothing breaking, but the wire comparison decides");
  });

  test("takes a second tag value for what it is", async () => {
    const tool = (type: Schema): Schema => ({
      type: "object",
      properties: { tool: { type: "object", properties: { type } } },
    });
    const current = createDocument(tool({ type: "string", enum: ["a", "b"] }), undefined, "1.1.0");
    const { code, lines } = await compare(createDocument(tool({ type: "string", const: "a" })), current);
    expect(lines).toContain('  minor     `tool.type` also takes "b".');
    expect([code, lines[6]]).toEqual([0, "oasdiff: agrees"]);
  });

  test("wants oasdiff's objections settled", async () => {
    const open = {
      type: "object",
      properties: { name: { anyOf: [{ type: "string" }, { type: "string", enum: ["x"] }] } },
    };
    const { code, lines } = await compare(createDocument(before), createDocument(open, undefined, "1.1.0"));
    expect(lines).toContain(
      "oasdiff calls this breaking, the wire comparison does not. Look at each; one that changes the notation only goes",
    );
    expect([code, lines.at(-1)]).toEqual([
      1,
      "Version 1.1.0 is a large enough step only if oasdiff is wrong: settle its lines above, or go to 2.0.0.",
    ]);
  });

  test("sees what happens outside the bodies", async () => {
    const document = createDocument(before);
    const parameter = { name: "x-tenant", in: "header", required: true, schema: { type: "string" } };
    const current = JSON.parse(
      JSON.stringify(document).replace(
        '"operationId"',
        `"parameters":[${JSON.stringify(parameter)}],"operationId"`,
      ),
    ) as Schema;
    const { lines, title } = await compare(document, current);
    expect(title).toBe("old (1.0.0) -> new (1.0.0): breaking: a major step");
    expect(lines).toContain("oasdiff, outside the bodies:");
  });

  test("calls a type that is gone breaking", async () => {
    const { lines } = await compare(
      createDocument({ ...before, schemas: { Tool: { type: "object" } } }),
      createDocument(before),
    );
    expect(lines).toContain("Types that are gone, breaking: Tool");
    expect(lines).toContain("- **Breaking:** the type `Tool` is gone.");
  });

  test("calls new words a patch, and the same document no change", async () => {
    const words = createDocument({ ...before, description: "New words." });
    expect((await compare(createDocument(before), words)).title).toBe(
      "old (1.0.0) -> new (1.0.0): not breaking: a patch step",
    );
    const { code, title } = await compare(createDocument(before), createDocument(before));
    expect([code, title]).toEqual([0, "old (1.0.0) -> new (1.0.0): no change"]);
  });

  test("finds no change in our own document", async () => {
    const { code, text } = await record(
      runDiff,
      "generated/contract.json",
      "generated/contract.json",
      "--format",
      "json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(text)).toEqual({
      step: "none",
      breaking: false,
      changes: [],
      goneTypes: [],
      oasdiff: { outside: [], inside: [] },
    });
  });

  test.each<[string[], string]>([
    [["a", "b", "c"], "two documents at most, but got 3"],
    [["/no/such.json"], "there is no file /no/such.json"],
    [["--format", "xml"], 'unknown format "xml": text or json'],
  ])("%j: %s", async (argv, message) => {
    await expect(record(runDiff, ...argv)).rejects.toThrow(message);
  });
});

import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { validateRequest } from "../../src/validate/index.js";
import { document, schemaOf } from "../support/document.js";
import { validBodies } from "../support/fixtures.js";
import { replaceAt, type Json } from "../support/json.js";
import { collectObjects } from "../support/walk.js";

const objects = collectObjects([{}, ...validBodies().map(({ body }) => body)]);
const names = readNames();
const [listed = "", newer = ""] = readText("../fixtures/nullable.md").split("## Newer than the reference");
const ofReference = readRows(listed);
const nullable = [...ofReference, ...readRows(newer)];

/** Take null although neither list says so: each is an x-deviation, or takes any value at all. */
const BESIDE = [
  "ApplyPatchCall.status",
  "ApplyPatchCallOutput.status",
  "EasyInputMessage.status",
  "ImageGenerationCall.status",
  "InputTokenCountParams.truncation",
  "LocalShellCall.status",
  "McpApprovalRequest.server_label",
  "McpCall.status",
  "McpListToolsTool.input_schema",
  "ProgramOutput.status",
  "Reasoning.context",
  "ResponseCodeInterpreterToolCall.status",
  "ResponseComputerToolCall.status",
  "ResponseCustomToolCall.status",
  "ResponseFileSearchToolCall.status",
  "ResponseFunctionToolCall.status",
  "ResponseFunctionWebSearch.status",
  "ResponseOutputMessage.status",
  "ResponseReasoningItem.content",
  "ToolSearchCall.arguments",
  "WebSearchActionSearch.sources",
];

describe("the reference's list of nullable properties", () => {
  test("has 113 rows, 7 of them required", () => {
    expect(ofReference).toHaveLength(113);
    expect(ofReference.filter((row) => row.isRequired)).toHaveLength(7);
  });

  test.each(nullable)("$group.$property accepts null", ({ schema, property }) => {
    const found = objects.get(schema)?.[0];
    const body = replaceAt(found?.body ?? null, [...(found?.path ?? []), property], null);
    expect(validateRequest(body)).toEqual({ ok: true, value: body });
  });

  test("is the whole of it: no other member of a request accepts null, but for those listed here", () => {
    const known = new Set(nullable.map(({ schema, property }) => `${schema}.${property}`));
    const others = [...objects].flatMap(([schema, [found]]) =>
      Object.keys(schemaOf(schema).properties ?? {})
        // An item whose type is null is one without type: a message or a reference.
        .filter((key) => key !== "type" && !known.has(`${schema}.${key}`))
        .filter((key) => found && acceptsNull(found.body, [...found.path, key]))
        .map((key) => `${schema}.${key}`),
    );
    expect(others.sort()).toEqual(BESIDE);
  });
});

describe("the README's table of names", () => {
  test("leads to schemas of the fragment", () => {
    expect([...names.values()].filter((name) => !document.components.schemas[name])).toEqual([]);
  });
});

function acceptsNull(body: Json, path: (string | number)[]): boolean {
  return validateRequest(replaceAt(body, path, null)).ok;
}

function readRows(text: string): { group: string; property: string; isRequired: boolean; schema: string }[] {
  const rows = text.matchAll(/^\| `([\w.]+)` \| `(\w+)` \| (no|\*\*yes\*\*) \|/gm);
  return [...rows].map(([, group = "", property = "", required]) => ({
    group,
    property,
    isRequired: required !== "no",
    schema: schemaNameOf(group),
  }));
}

function schemaNameOf(group: string): string {
  return names.get(group) ?? names.get(group.replace(/^\w+\./, "")) ?? group;
}

/** The schema of each class of the reference whose name differs, from openapi/README.md. */
function readNames(): Map<string, string> {
  const [, section = ""] = readText("../../openapi/README.md").split("## Names");
  const table = section.matchAll(/^\| (`.*`.*?) \| (.*) \|$/gm);
  return new Map(
    [...table].flatMap(([, classes = "", schemas = ""]) => {
      const targets = [...schemas.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
      return [...classes.matchAll(/`([\w.]+)`/g)].map(
        ([, name = ""], index) => [name, targets[index] ?? targets[0] ?? ""] as const,
      );
    }),
  );
}

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

import { describe, expect, test } from "@jest/globals";
import { validateRequest } from "../../../src/validate/index.js";
import { issuesOf } from "../../support/faults.js";

const check = { strictSchemas: "check" } as const;
const text = { type: "string" };
const good = { type: "object", properties: { a: text }, required: ["a"], additionalProperties: false };

const format = (schema: object, strict: unknown = true): object => ({
  text: { format: { type: "json_schema", name: "answer", schema, strict } },
});
const tool = (parameters: object, strict: unknown = true): object => ({
  tools: [{ type: "local_shell" }, { type: "function", name: "find", parameters, strict }],
});

/** Schemas that the rules refuse, each with the words after "Invalid schema for …" and the place inside it. */
const refused: [object, string, (string | number)[]][] = [
  [
    { type: "object", properties: {}, required: [] },
    "In context=(), 'additionalProperties' is required to be supplied and to be false.",
    [],
  ],
  [
    { ...good, additionalProperties: true },
    "In context=(), 'additionalProperties' is required to be supplied and to be false.",
    [],
  ],
  [
    { ...good, properties: { a: text, b: text } },
    "In context=(), 'required' is required to be supplied and to be an array including every key in properties. Missing 'b'.",
    [],
  ],
  [
    { type: "object", properties: { a: text }, additionalProperties: false },
    "In context=(), 'required' is required to be supplied and to be an array including every key in properties. Missing 'a'.",
    [],
  ],
  [
    { ...good, properties: { a: { type: ["object", "null"], properties: { b: text }, required: ["b"] } } },
    "In context=('properties', 'a'), 'additionalProperties' is required to be supplied and to be false.",
    ["properties", "a"],
  ],
  [
    { ...good, properties: { a: { type: "array", items: { type: "object" } } } },
    "In context=('properties', 'a', 'items'), 'additionalProperties' is required to be supplied and to be false.",
    ["properties", "a", "items"],
  ],
  [
    { ...good, properties: { a: { anyOf: [text, { allOf: [text] }] } } },
    "In context=('properties', 'a', 'anyOf', '1'), 'allOf' is not permitted.",
    ["properties", "a", "anyOf", 1],
  ],
  [
    { ...good, $defs: { node: { type: "object" } } },
    "In context=('$defs', 'node'), 'additionalProperties' is required to be supplied and to be false.",
    ["$defs", "node"],
  ],
  [
    { type: "array", items: text },
    `schema must be a JSON Schema of 'type: "object"', got 'type: "array"'.`,
    [],
  ],
  [{ anyOf: [good] }, `schema must be a JSON Schema of 'type: "object"', got 'type: "None"'.`, []],
  [
    { ...good, properties: { a: { enum: Array.from({ length: 1001 }, (_, index) => index) } } },
    "too many enum values. Expected at most 1000 in the whole schema.",
    [],
  ],
];

describe("strictSchema", () => {
  test.each(refused)("refuses the answer's schema %j", (schema, words, inner) => {
    expect(issuesOf(format(schema), check)).toEqual([
      {
        code: "invalid_json_schema",
        message: `Invalid schema for response_format 'answer': ${words}`,
        param: "text.format.schema",
        path: ["text", "format", "schema", ...inner],
      },
    ]);
  });
});

describe("strictParameters", () => {
  test.each(refused)("refuses a function's schema %j", (schema, words, inner) => {
    expect(issuesOf(tool(schema), check)).toEqual([
      {
        code: "invalid_function_parameters",
        message: `Invalid schema for function 'find': ${words}`,
        param: "tools[1].parameters",
        path: ["tools", 1, "parameters", ...inner],
      },
    ]);
  });

  test("looks at functions in namespaces and at those that a search found", () => {
    const functions = [{ type: "function", name: "f", strict: true, parameters: { type: "object" } }];
    const namespace = { type: "namespace", name: "n", description: "", tools: functions };
    const body = { input: [{ type: "tool_search_output", tools: functions }], tools: [namespace] };
    expect(issuesOf(body, { ...check, maxIssues: 9 }).map(({ param }) => param)).toEqual([
      "input[0].tools[0].parameters",
      "tools[0].tools[0].parameters",
    ]);
  });
});

describe("strict schemas", () => {
  const recursive = { ...good, properties: { a: { $ref: "#" } } };
  const nullable = { ...good, properties: { a: { type: ["string", "null"], enum: ["x", null] } } };

  test.each([good, recursive, nullable, { $ref: "#/$defs/a", $defs: { a: good } }])(
    "pass where they keep the rules: %j",
    (schema) => {
      expect(issuesOf(format(schema), check)).toEqual([]);
      expect(issuesOf(tool(schema), check)).toEqual([]);
    },
  );

  test.each([false, null])("are those with strict: true, not with %j", (strict) => {
    const schema = { type: "object", allOf: [] };
    expect(issuesOf(format(schema, strict), check)).toEqual([]);
    expect(issuesOf(tool(schema, strict), check)).toEqual([]);
  });

  test("are not looked into unless asked for", () => {
    for (const options of [undefined, { strictSchemas: "ignore" as const }, { maxIssues: 9 }])
      expect(issuesOf(format({ type: "object" }), options)).toEqual([]);
  });

  test("of any depth and with cycles are answered", () => {
    let deep: Record<string, unknown> = { type: "object" };
    for (let i = 0; i < 100_000; i++) deep = { type: "array", items: deep };
    const schema = { ...good, properties: { a: deep } };
    const result = validateRequest(format(schema), check);
    expect(result.ok || result.issues[0]?.param).toBe("text.format.schema");
    const cyclic: Record<string, unknown> = { ...good };
    cyclic["properties"] = { a: cyclic };
    expect(validateRequest(format(cyclic), check).ok).toBe(true);
  });
});

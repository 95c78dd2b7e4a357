import { describe, expect, test } from "@jest/globals";
import { validateRequest } from "../../src/validate/index.js";
import { faultsOf } from "../support/faults.js";

const tool = { type: "function" };
const wrongItem = { role: "user" };

describe("unknownKeys", () => {
  const body = { imput: "Hello", tools: [{ type: "local_shell", nam: "x" }] };

  test("are ignored", () => {
    expect(faultsOf(body)).toEqual([]);
    expect(faultsOf(body, { unknownKeys: "ignore" })).toEqual([]);
  });

  test("are refused on demand, in the provider's words", () => {
    expect(validateRequest(body, { unknownKeys: "reject" })).toEqual({
      ok: false,
      issues: [
        {
          code: "unknown_parameter",
          message: "Unknown parameter: 'imput'. Did you mean 'input'?",
          param: "imput",
          path: ["imput"],
        },
      ],
    });
    expect(faultsOf({ tools: body.tools }, { unknownKeys: "reject" })).toEqual([
      "unknown_parameter tools[0].nam",
    ]);
  });

  test("do not exist in maps and free-form objects", () => {
    const free = {
      text: { format: { type: "json_schema", name: "f", schema: { anything: 1 } } },
      tools: [
        { type: "function", name: "f", parameters: { anything: 1 } },
        { type: "mcp", server_label: "s", server_url: "https://example.com", headers: { anything: "1" } },
      ],
      tool_choice: { type: "allowed_tools", mode: "auto", tools: [{ anything: 1 }] },
    };
    expect(faultsOf(free, { unknownKeys: "reject" })).toEqual([]);
  });
});

describe("unknownTypes", () => {
  const later = {
    input: [
      { type: "later_call", a: 1 },
      { role: "user", content: [{ type: "input_audio" }] },
    ],
    tools: [{ type: "later_tool" }],
    tool_choice: { type: "later_choice" },
    text: { format: { type: "later_format" } },
  };

  test("are refused", () => {
    expect(faultsOf(later)).toEqual(["invalid_value input[0]"]);
    expect(faultsOf(later, { maxIssues: 9 })).toEqual([
      "invalid_value input[0]",
      "invalid_value input[1].content[0].type",
      "invalid_value tools[0].type",
      "invalid_value tool_choice.type",
      "invalid_value text.format.type",
    ]);
  });

  test("pass on demand, but for types that are no text", () => {
    expect(faultsOf(later, { unknownTypes: "allow" })).toEqual([]);
    expect(faultsOf({ input: [{ type: 5 }], tools: [{}] }, { unknownTypes: "allow", maxIssues: 9 })).toEqual([
      "invalid_value input[0]",
      "missing_required_parameter tools[0].type",
    ]);
  });

  test("allowed ones leave known types as strict as they are", () => {
    expect(faultsOf({ tools: [{ type: "later_tool" }, tool] }, { unknownTypes: "allow" })).toEqual([
      "missing_required_parameter tools[1].name",
    ]);
  });
});

describe("maxIssues", () => {
  const body = {
    tools: [tool, {}],
    input: [wrongItem, { role: "robot" }, { role: "user", content: [{}] }],
    truncation: 5,
  };
  const all = [
    "missing_required_parameter tools[0].name",
    "missing_required_parameter tools[1].type",
    "missing_required_parameter input[0].content",
    "invalid_value input[1]",
    "missing_required_parameter input[2].content[0].type",
    "invalid_type truncation",
  ];

  test("is one", () => {
    expect(faultsOf(body)).toEqual(["missing_required_parameter input[0].content"]);
    for (const maxIssues of [1, 0, -1, NaN]) expect(faultsOf(body, { maxIssues })).toHaveLength(1);
  });

  test("lets all faults be named, each once, in the order of the body", () => {
    expect(faultsOf(body, { maxIssues: 100 })).toEqual(all);
    expect(faultsOf(body, { maxIssues: Infinity })).toEqual(all);
  });

  test("bounds them", () => {
    expect(faultsOf(body, { maxIssues: 3 })).toHaveLength(3);
  });

  test("counts broken rules in, where the shape has no fault already", () => {
    const broken = {
      input: [{ type: "compaction_trigger" }, wrongItem],
      conversation: "c",
      previous_response_id: "r",
    };
    expect(faultsOf(broken, { maxIssues: 9 })).toEqual([
      "invalid_value input[0]",
      "missing_required_parameter input[1].content",
      "mutually_exclusive_parameters null",
    ]);
    expect(faultsOf({ tools: [{ type: "image_generation", size: 5 }] }, { maxIssues: 9 })).toEqual([
      "invalid_type tools[0].size",
    ]);
  });
});

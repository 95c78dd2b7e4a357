import { describe, expect, test } from "@jest/globals";
import { isRequest, validateRequest } from "../../src/validate/index.js";
import { faultsOf } from "../support/faults.js";
import type { Json } from "../support/json.js";

const tool = { type: "function" };
const wrongItem = { role: "user" };

describe("validateRequest", () => {
  test("returns the body itself", () => {
    const body = { model: "gpt-5", input: "Hello" };
    const result = validateRequest(body);
    expect(result.ok && result.value).toBe(body);
  });

  test.each([
    [undefined, "nothing"],
    [null, "null"],
    ["Hello", "a string"],
    [5, "an integer"],
    [true, "a boolean"],
    [[], "an array"],
  ])("refuses the body %j", (body, words) => {
    const message = `Invalid body: expected an object, but got ${words} instead.`;
    expect(validateRequest(body)).toEqual({
      ok: false,
      issues: [{ code: "invalid_type", message, param: null, path: [] }],
    });
    expect(isRequest(body)).toBe(false);
  });

  // The provider's fields have a fixed order, whatever the body's; then come exclusives, and the empty input last.
  const precedence: [string, Json, string][] = [
    [
      "input before previous_response_id",
      { previous_response_id: 5, input: [wrongItem] },
      "missing_required_parameter input[0].content",
    ],
    [
      "previous_response_id before tools",
      { tools: [tool], previous_response_id: 5 },
      "invalid_type previous_response_id",
    ],
    [
      "tools before tool_choice",
      { tool_choice: "any", tools: [tool] },
      "missing_required_parameter tools[0].name",
    ],
    ["tool_choice before text", { text: 5, tool_choice: "any" }, "invalid_value tool_choice"],
    ["text before parallel_tool_calls", { parallel_tool_calls: 5, text: 5 }, "invalid_type text"],
    [
      "parallel_tool_calls before reasoning",
      { reasoning: 5, parallel_tool_calls: 5 },
      "invalid_type parallel_tool_calls",
    ],
    ["reasoning before truncation", { truncation: 5, reasoning: 5 }, "invalid_type reasoning"],
    ["truncation before instructions", { instructions: 5, truncation: 5 }, "invalid_type truncation"],
    [
      "any shape before exclusives",
      { conversation: "c", previous_response_id: "r", instructions: 5 },
      "invalid_type instructions",
    ],
    [
      "exclusives before the empty input",
      { input: "", conversation: "c", previous_response_id: "r" },
      "mutually_exclusive_parameters null",
    ],
    ["any shape before the empty input", { input: [], instructions: 5 }, "invalid_type instructions"],
    ["a tag before other members", { tools: [{ name: 5, type: "functio" }] }, "invalid_value tools[0].type"],
    [
      "a tool without type before all else",
      { tools: [{ function: {} }] },
      "missing_required_parameter tools[0].type",
    ],
  ];
  test.each(precedence)("reports %s", (_name, body, fault) => {
    expect(faultsOf(body)).toEqual([fault]);
  });

  test("reports a missing member before an unknown one, and unknown top-level keys before all else", () => {
    const chat = { type: "function", function: { name: "f" } };
    expect(faultsOf({ tools: [chat] }, { unknownKeys: "reject" })).toEqual([
      "missing_required_parameter tools[0].name",
    ]);
    expect(faultsOf({ tools: [chat], usr: "x" }, { unknownKeys: "reject" })).toEqual([
      "unknown_parameter usr",
    ]);
  });
});

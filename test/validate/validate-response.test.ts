import { describe, expect, test } from "@jest/globals";
import { isResponse, validateResponse } from "../../src/validate/index.js";
import { freeze } from "../support/json.js";

const right = { object: "response.input_tokens", input_tokens: 11 };

const wrong: [unknown, string, (string | number)[], string][] = [
  [undefined, "invalid_type", [], "The server's answer is nothing; an object was expected."],
  [null, "invalid_type", [], "The server's answer is null; an object was expected."],
  ["<html>", "invalid_type", [], "The server's answer is a string; an object was expected."],
  [[right], "invalid_type", [], "The server's answer is an array; an object was expected."],
  [
    {},
    "missing_required_parameter",
    ["object"],
    "The server's answer is wrong: missing required parameter: 'object'.",
  ],
  [
    { object: "response.input_tokens" },
    "missing_required_parameter",
    ["input_tokens"],
    "The server's answer is wrong: missing required parameter: 'input_tokens'.",
  ],
  [
    { ...right, object: "list" },
    "invalid_value",
    ["object"],
    "The server's answer is wrong: invalid value: 'list'. Supported values are: 'response.input_tokens'.",
  ],
  [
    { ...right, input_tokens: "11" },
    "invalid_type",
    ["input_tokens"],
    "The server's answer is wrong: invalid type for 'input_tokens': expected an integer, but got a string instead.",
  ],
  [
    { ...right, input_tokens: 0.5 },
    "invalid_type",
    ["input_tokens"],
    "The server's answer is wrong: invalid type for 'input_tokens': expected an integer, but got a decimal number instead.",
  ],
  [
    { ...right, input_tokens: -1 },
    "integer_below_min_value",
    ["input_tokens"],
    "The server's answer is wrong: invalid 'input_tokens': integer below minimum value. Expected a value >= 0, but got -1 instead.",
  ],
];

describe("validateResponse", () => {
  test.each([right, { ...right, input_tokens: 0 }, { ...right, cached_tokens: 3 }])("accepts %j", (body) => {
    expect(validateResponse(freeze(body))).toEqual({ ok: true, value: body });
    expect(isResponse(body)).toBe(true);
  });

  test.each(wrong)("refuses %j", (body, code, path, message) => {
    const param = path.length === 0 ? null : path.join(".");
    expect(validateResponse(freeze(body))).toEqual({ ok: false, issues: [{ code, message, param, path }] });
    expect(isResponse(body)).toBe(false);
  });

  test("returns the answer itself", () => {
    const result = validateResponse(right);
    expect(result.ok && result.value).toBe(right);
  });
});

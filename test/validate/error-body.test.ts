import { describe, expect, test } from "@jest/globals";
import { toErrorBody, validateRequest } from "../../src/validate/index.js";

describe("toErrorBody", () => {
  test("wraps the first issue as the provider does", () => {
    const result = validateRequest({ tools: [{ type: "function" }], truncation: "off" }, { maxIssues: 5 });
    expect(toErrorBody(result.ok ? [] : result.issues)).toEqual({
      error: {
        message: "Missing required parameter: 'tools[0].name'.",
        type: "invalid_request_error",
        param: "tools[0].name",
        code: "missing_required_parameter",
      },
    });
  });

  test("has all four members where there is no place", () => {
    const result = validateRequest({ input: "" });
    expect(Object.keys(toErrorBody(result.ok ? [] : result.issues).error)).toEqual([
      "message",
      "type",
      "param",
      "code",
    ]);
    expect(toErrorBody([])).toEqual({
      error: { message: "Invalid request.", type: "invalid_request_error", param: null, code: null },
    });
  });
});

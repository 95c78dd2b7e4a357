import { describe, expect, test } from "@jest/globals";
import { withoutRepetition } from "../../src/validate/repetition.js";

const at = (...path: (string | number)[]) => ({ code: "invalid_value", message: "", param: null, path });

describe("withoutRepetition", () => {
  const named = [at("input", 0, "content"), at("input", 0, "role"), at("tools", 1), at("tools", 1, "name")];

  test.each([
    ["the same place", at("tools", 1)],
    ["a place inside a named one", at("tools", 1, "size")],
    ["a place around a named one", at("input", 0)],
    ["the body", at()],
  ])("leaves out %s", (_name, issue) => {
    expect(withoutRepetition([issue], named)).toEqual([]);
  });

  test.each([
    ["a place beside a named one", at("input", 0, "type")],
    ["another item", at("input", 1)],
    ["another member", at("previous_response_id")],
  ])("keeps %s", (_name, issue) => {
    expect(withoutRepetition([issue], named)).toEqual([issue]);
  });

  test("keeps all where nothing has been named", () => {
    const issues = [at("input"), at()];
    expect(withoutRepetition(issues, [])).toBe(issues);
  });
});

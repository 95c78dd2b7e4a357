import { describe, expect, test } from "@jest/globals";
import { emptyInput } from "../../../src/validate/rules/empty-input.js";

describe("emptyInput", () => {
  test.each([{ input: "" }, { input: [] }, { input: [], conversation: null, previous_response_id: null }])(
    "refuses %j",
    (body) => {
      expect(emptyInput(body)).toEqual([
        {
          code: "missing_required_parameter",
          message: `One of "input" or "previous_response_id" or 'prompt' or 'conversation' must be provided.`,
          param: null,
          path: ["input"],
        },
      ]);
    },
  );

  test.each([
    {},
    { input: null },
    { input: " " },
    { input: "", conversation: "conv_1" },
    { input: [], previous_response_id: "resp_1" },
    { input: [], prompt: { id: "pmpt_1" } },
  ])("passes %j", (body) => {
    expect(emptyInput(body)).toBeUndefined();
  });
});

import { describe, expect, test } from "@jest/globals";
import { validateRequest } from "../../../src/validate/index.js";

describe("emptyInput", () => {
  test.each([{ input: "" }, { input: [] }, { input: [], conversation: null, previous_response_id: null }])(
    "refuses %j",
    (body) => {
      expect(validateRequest(body)).toEqual({
        ok: false,
        issues: [
          {
            code: "missing_required_parameter",
            message: `One of "input" or "previous_response_id" or 'prompt' or 'conversation' must be provided.`,
            param: null,
            path: ["input"],
          },
        ],
      });
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
    expect(validateRequest(body)).toEqual({ ok: true, value: body });
  });
});

import { describe, expect, test } from "@jest/globals";
import { validateRequest } from "../../../src/validate/index.js";

describe("exclusiveConversation", () => {
  test.each(["conv_1", { id: "conv_1" }])(
    "refuses a previous response beside the conversation %j",
    (conversation) => {
      expect(validateRequest({ conversation, previous_response_id: "resp_1" })).toEqual({
        ok: false,
        issues: [
          {
            code: "mutually_exclusive_parameters",
            message:
              "Mutually exclusive parameters: ''. Ensure you are only providing one of: 'pre..._id' or 'conversation'.",
            param: null,
            path: ["previous_response_id"],
          },
        ],
      });
    },
  );

  test.each([
    {},
    { conversation: "conv_1" },
    { previous_response_id: "resp_1" },
    { conversation: null, previous_response_id: "resp_1" },
    { conversation: "conv_1", previous_response_id: null },
  ])("passes %j", (body) => {
    expect(validateRequest(body)).toEqual({ ok: true, value: body });
  });
});

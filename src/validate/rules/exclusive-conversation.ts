import type { Rule } from "./rule.js";

/** "Cannot be used in conjunction with `conversation`" (`previous_response_id`). The message is the provider's. */
export const exclusiveConversation: Rule = (body) => {
  if (body.conversation == null || body.previous_response_id == null) return undefined;
  return [
    {
      code: "mutually_exclusive_parameters",
      message:
        "Mutually exclusive parameters: ''. Ensure you are only providing one of: 'pre..._id' or 'conversation'.",
      param: null,
      path: ["previous_response_id"],
    },
  ];
};

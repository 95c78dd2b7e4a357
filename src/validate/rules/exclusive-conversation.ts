import type { Rule } from "../../../generated/validators.js";

/** "Cannot be used in conjunction with `conversation`" (`previous_response_id`). The message is the provider's. */
export const exclusiveConversation: Rule = ({ conversation, previous_response_id }) => {
  const isNamed =
    typeof conversation === "string" || (typeof conversation === "object" && conversation !== null);
  if (!isNamed || typeof previous_response_id !== "string") return undefined;
  return {
    code: "mutually_exclusive_parameters",
    path: ["previous_response_id"],
    param: null,
    word: () =>
      "Mutually exclusive parameters: ''. Ensure you are only providing one of: 'pre..._id' or 'conversation'.",
  };
};

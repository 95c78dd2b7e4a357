import type { Rule } from "../../../generated/validators.js";

/** What can stand for an input; `prompt` is a parameter that the provider names and the reference lacks. */
const STAND_INS = ["previous_response_id", "prompt", "conversation"];

/** An empty `input` needs something to stand for it: seen on the count endpoint, message as it gives it. */
export const emptyInput: Rule = (body) => {
  const { input } = body;
  if (input !== "" && !(Array.isArray(input) && input.length === 0)) return undefined;
  if (STAND_INS.some((key) => body[key] != null)) return undefined;
  return {
    code: "missing_required_parameter",
    path: ["input"],
    param: null,
    word: () => `One of "input" or "previous_response_id" or 'prompt' or 'conversation' must be provided.`,
  };
};

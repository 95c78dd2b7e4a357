import type { ErrorResponse } from "../../generated/types.js";
import type { ValidationIssue } from "./types.js";

/** The provider's envelope for a 400 answer: the first issue, as the provider reports one fault an answer. */
export function toErrorBody(issues: readonly ValidationIssue[]): ErrorResponse {
  const [issue] = issues;
  return {
    error: {
      message: issue?.message ?? "Invalid request.",
      type: "invalid_request_error",
      param: issue?.param ?? null,
      code: issue?.code ?? null,
    },
  };
}

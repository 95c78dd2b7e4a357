import type { InputTokenCountResponse } from "../../generated/types.js";
import { findFault, InputTokenCountResponse as checkResponse } from "../../generated/validators.js";
import type { Validation, ValidationIssue } from "./types.js";
import { findUnreadable } from "./unreadable.js";
import { wordKind } from "./words/kinds.js";
import { wordFault } from "./words/word-fault.js";

/**
 * Checks what a server answered to a count, and says in plain words what is wrong with it. Never throws.
 *
 * @example
 * const result = validateResponse(await response.json());
 * if (result.ok) console.log(result.value.input_tokens);
 */
export function validateResponse(body: unknown): Validation<InputTokenCountResponse> {
  const issue = findIssue(body);
  // The check has just shown that the body is one.
  return issue ? { ok: false, issues: [issue] } : { ok: true, value: body as InputTokenCountResponse };
}

/** Whether a body is a valid answer to a count. Never throws. */
export function isResponse(body: unknown): body is InputTokenCountResponse {
  return findIssue(body) === undefined;
}

function findIssue(body: unknown): ValidationIssue | undefined {
  try {
    if (typeof body !== "object" || body === null || Array.isArray(body)) {
      const kind = body === undefined ? "nothing" : wordKind(body);
      return {
        code: "invalid_type",
        message: `The server's answer is ${kind}; an object was expected.`,
        param: null,
        path: [],
      };
    }
    const fault = findFault(checkResponse, body, {});
    if (!fault) return undefined;
    const issue = wordFault(fault);
    return { ...issue, message: `The server's answer is wrong: ${lowerFirst(issue.message)}` };
  } catch {
    return findUnreadable(body);
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

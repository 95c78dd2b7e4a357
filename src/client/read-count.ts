import type { InputTokenCountResponse } from "../../generated/types.js";
import { validateResponse, type ValidationIssue } from "../validate/index.js";
import { describeBody } from "./answer-facts.js";
import { ResponseValidationError } from "./errors/response-validation-error.js";

/**
 * Reads the token count from the text of a successful answer.
 * @param text The text of the answer; undefined if it was empty.
 * @param checksShape Whether JSON of any shape will not do.
 * @throws {ResponseValidationError} when it is empty, no JSON or of another shape.
 */
export function readCount(
  response: Response,
  text: string | undefined,
  checksShape: boolean,
): InputTokenCountResponse {
  const { status, headers } = response;
  const parsed = parse(text);
  if (parsed === undefined) {
    const message = `Expected a token count as JSON, but got ${describeBody(text, headers)}.`;
    const issue: ValidationIssue = { message, param: null, code: "invalid_json", path: [] };
    throw new ResponseValidationError(status, headers, [issue]);
  }
  // A cast where outside data meets the generated type: the caller asked for no check.
  if (!checksShape) return parsed.value as InputTokenCountResponse;
  const validation = validateResponse(parsed.value);
  if (validation.ok) return validation.value;
  throw new ResponseValidationError(status, headers, validation.issues);
}

function parse(text: string | undefined): { value: unknown } | undefined {
  try {
    return text === undefined ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

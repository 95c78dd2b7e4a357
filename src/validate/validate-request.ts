import type { InputTokenCountParams } from "../../generated/types.js";
import { InputTokenCountParams as checkRequest } from "../../generated/validators.js";
import type { ValidateOptions, Validation } from "./types.js";
import { fits, validateValue } from "./validate-value.js";

/**
 * Checks a request body against the contract: its shape, its limits, and the rules of the reference's prose.
 * Never throws, never changes the body, and answers as the provider would: the first fault, in its words. Members
 * are read as every program reads them: what an `Object.prototype` that somebody has changed adds to all objects
 * counts as part of each body and of the options, and is judged alike.
 *
 * @example
 * const result = validateRequest({ model: "gpt-5", input: [{ role: "user", content: 5 }] });
 * if (!result.ok) console.error(result.issues[0].message);
 * // Invalid type for 'input[0].content': expected one of an array of objects or string, but got an integer instead.
 */
export function validateRequest(body: unknown, options?: ValidateOptions): Validation<InputTokenCountParams> {
  return validateValue(checkRequest, body, options);
}

/** Whether a body is a valid request: `validateRequest` without words. Never throws. */
export function isRequest(body: unknown): body is InputTokenCountParams {
  return fits(checkRequest, body);
}

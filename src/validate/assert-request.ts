import type { InputTokenCountParams } from "../../generated/types.js";
import { brand, InputTokensError } from "../input-tokens-error.js";
import type { ValidateOptions, ValidationIssues } from "./types.js";
import { validateRequest } from "./validate-request.js";

/** A request body breaks the contract; the message is that of the first issue. */
export class InvalidRequestError extends InputTokensError {
  static {
    brand(this, "InvalidRequestError");
  }

  constructor(
    /** What is wrong with the body, the first fault first. */
    readonly issues: ValidationIssues,
  ) {
    super(issues[0].message);
  }
}

/**
 * Makes sure that a body is a valid request, for tests and scripts that end where it is none.
 *
 * @example
 * assertRequest(body);
 * body.model; // typed from here on
 *
 * @throws {InvalidRequestError} with all issues that were asked for (`maxIssues`, one by default).
 */
export function assertRequest(
  body: unknown,
  options?: ValidateOptions,
): asserts body is InputTokenCountParams {
  const result = validateRequest(body, options);
  if (!result.ok) throw new InvalidRequestError(result.issues);
}

import type { ValidationIssues } from "../../validate/index.js";
import { brand, hasBrand } from "../../input-tokens-error.js";
import { InputTokensError } from "../../input-tokens-error.js";

/** The body breaks the contract, or JSON cannot carry it. Nothing was sent. */
export class RequestValidationError extends InputTokensError {
  /** What is wrong with the body; at least one issue, the first fault first. */
  readonly issues: ValidationIssues;

  constructor(issues: ValidationIssues, options?: ErrorOptions) {
    super(`Invalid request body, not sent. ${issues.map((issue) => issue.message).join(" ")}`, options);
    this.issues = issues;
  }

  static {
    brand(this, "RequestValidationError");
  }
}

/** Says whether a value is a {@link RequestValidationError}, also one from a second copy of this package. */
export function isRequestValidationError(value: unknown): value is RequestValidationError {
  return hasBrand(value, "RequestValidationError");
}

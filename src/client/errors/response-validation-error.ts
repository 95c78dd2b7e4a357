import type { ValidationIssue } from "../../validate/index.js";
import { brand, hasBrand } from "../../input-tokens-error.js";
import { InputTokensError } from "../../input-tokens-error.js";
import { readRequestId } from "../answer-facts.js";

/**
 * A successful status came with a body that is no token count: empty, no JSON, or of another shape. Or the answer,
 * of whatever status, is too large or too deep to be read.
 */
export class ResponseValidationError extends InputTokensError {
  /** The HTTP status of the answer, such as 200. */
  readonly status: number;
  /** The provider's id of the request (`x-request-id`), for support; null if it sent none. */
  readonly requestId: string | null;
  /** The headers of the answer. */
  readonly headers: Headers;
  /** What is wrong with the answer; at least one issue. */
  readonly issues: ValidationIssue[];

  constructor(status: number, headers: Headers, issues: ValidationIssue[], options?: ErrorOptions) {
    const requestId = readRequestId(headers);
    const suffix = requestId === null ? "" : ` (request ${requestId})`;
    super(
      `Invalid answer with status ${status}${suffix}. ${issues.map((issue) => issue.message).join(" ")}`,
      options,
    );
    this.status = status;
    this.requestId = requestId;
    this.headers = headers;
    this.issues = issues;
  }

  static {
    brand(this, "ResponseValidationError");
  }
}

/** Says whether a value is a {@link ResponseValidationError}, also one from a second copy of this package. */
export function isResponseValidationError(value: unknown): value is ResponseValidationError {
  return hasBrand(value, "ResponseValidationError");
}

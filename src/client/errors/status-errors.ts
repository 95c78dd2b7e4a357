import type { ErrorResponse } from "../../../generated/types.js";
import { describeBody, readRequestId } from "../answer-facts.js";
import { APIError } from "./api-error.js";
import { brand, hasBrand } from "../../input-tokens-error.js";

/** Status 400: the provider refuses the request; `param` and `code` say what and why. */
export class BadRequestError extends APIError {
  static {
    brand(this, "BadRequestError");
  }
}

/** Says whether a value is a {@link BadRequestError}, also one from a second copy of this package. */
export function isBadRequestError(value: unknown): value is BadRequestError {
  return hasBrand(value, "BadRequestError");
}

/** Status 401: the API key is missing, wrong or revoked. */
export class AuthenticationError extends APIError {
  static {
    brand(this, "AuthenticationError");
  }
}

/** Says whether a value is an {@link AuthenticationError}, also one from a second copy of this package. */
export function isAuthenticationError(value: unknown): value is AuthenticationError {
  return hasBrand(value, "AuthenticationError");
}

/** Status 403: the key, project or region may not do this. */
export class PermissionDeniedError extends APIError {
  static {
    brand(this, "PermissionDeniedError");
  }
}

/** Says whether a value is a {@link PermissionDeniedError}, also one from a second copy of this package. */
export function isPermissionDeniedError(value: unknown): value is PermissionDeniedError {
  return hasBrand(value, "PermissionDeniedError");
}

/** Status 404: the conversation, an item or the path of the base URL does not exist. */
export class NotFoundError extends APIError {
  static {
    brand(this, "NotFoundError");
  }
}

/** Says whether a value is a {@link NotFoundError}, also one from a second copy of this package. */
export function isNotFoundError(value: unknown): value is NotFoundError {
  return hasBrand(value, "NotFoundError");
}

/** Status 409: another request holds what this one needs; retried before it is thrown. */
export class ConflictError extends APIError {
  static {
    brand(this, "ConflictError");
  }
}

/** Says whether a value is a {@link ConflictError}, also one from a second copy of this package. */
export function isConflictError(value: unknown): value is ConflictError {
  return hasBrand(value, "ConflictError");
}

/** Status 422: the provider understands the request but cannot follow it. */
export class UnprocessableEntityError extends APIError {
  static {
    brand(this, "UnprocessableEntityError");
  }
}

/** Says whether a value is an {@link UnprocessableEntityError}, also one from a second copy of this package. */
export function isUnprocessableEntityError(value: unknown): value is UnprocessableEntityError {
  return hasBrand(value, "UnprocessableEntityError");
}

/** Status 429: too many requests or no quota left; retried before it is thrown. */
export class RateLimitError extends APIError {
  static {
    brand(this, "RateLimitError");
  }
}

/** Says whether a value is a {@link RateLimitError}, also one from a second copy of this package. */
export function isRateLimitError(value: unknown): value is RateLimitError {
  return hasBrand(value, "RateLimitError");
}

/** Status 500 and above: a fault at the provider or a proxy; retried before it is thrown. */
export class InternalServerError extends APIError {
  static {
    brand(this, "InternalServerError");
  }
}

/** Says whether a value is an {@link InternalServerError}, also one from a second copy of this package. */
export function isInternalServerError(value: unknown): value is InternalServerError {
  return hasBrand(value, "InternalServerError");
}

const longestMessage = 1000;

const classOfStatus: Readonly<Record<number, typeof APIError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

/**
 * Makes the error for an answer with an error status.
 * @param body The body of the answer: parsed if it was JSON, else its text, undefined if it was empty.
 */
export function errorFromResponse(response: Response, body: unknown): APIError {
  const { status, headers } = response;
  const error = readEnvelope(body);
  const requestId = readRequestId(headers);
  const suffix = requestId === null ? "" : ` (request ${requestId})`;
  const text =
    error?.message.slice(0, longestMessage) ??
    `Expected the provider's error envelope, but got ${describeBody(body, headers)}.`;
  const ErrorClass = classOfStatus[status] ?? (status >= 500 ? InternalServerError : APIError);
  return new ErrorClass(status, headers, `${status} ${text}${suffix}`, error);
}

function readEnvelope(body: unknown): ErrorResponse["error"] | null {
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  const error = body.error;
  if (typeof error !== "object" || error === null || !("message" in error)) return null;
  // A cast where outside data meets the generated type: APIError trusts no other member of it.
  return typeof error.message === "string" ? (error as ErrorResponse["error"]) : null;
}

import type { ErrorResponse } from "../../../generated/types.js";
import { describeBody } from "../describe-body.js";
import { readRequestId } from "../request-id.js";
import { APIError } from "./api-error.js";
import { AuthenticationError } from "./authentication-error.js";
import { BadRequestError } from "./bad-request-error.js";
import { ConflictError } from "./conflict-error.js";
import { InternalServerError } from "./internal-server-error.js";
import { NotFoundError } from "./not-found-error.js";
import { PermissionDeniedError } from "./permission-denied-error.js";
import { RateLimitError } from "./rate-limit-error.js";
import { UnprocessableEntityError } from "./unprocessable-entity-error.js";

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

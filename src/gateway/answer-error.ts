import {
  type APIError,
  isAPIError,
  isConnectionError,
  isMissingKeyError,
  isRequestValidationError,
  isResponseValidationError,
  isTimeoutError,
} from "../client/errors/index.js";
import { InvalidRequestError, toErrorBody } from "../validate/index.js";
import { type Answer, makeErrorAnswer, refuse, toResponse } from "./answer.js";
import { keepHeaders } from "./keep-headers.js";

/**
 * Turns an error of the client, the local counter or anything else into the answer that `answerInputTokens` would
 * give: what upstream answered is passed on with its request id, rate limits and `retry-after`; a body that cannot be
 * sent is 400, a missing key 401, a time-out 504, an unreachable or garbled upstream 502, anything else 500.
 *
 * @example
 * try {
 *   return Response.json(await client.count(checked.body));
 * } catch (error) {
 *   return toErrorResponse(error);
 * }
 */
export function toErrorResponse(error: unknown): Response {
  return toResponse(answerError(error));
}

/**
 * Answers an error of the count.
 * @param unknownStatus The status for an error that is not the client's.
 * @param headerNames Further headers of upstream's answer that are passed on.
 */
export function answerError(
  error: unknown,
  unknownStatus: 500 | 502 = 500,
  headerNames: readonly string[] = [],
): Answer {
  if (isAPIError(error)) return passOnError(error, headerNames);
  if (isRequestValidationError(error) || error instanceof InvalidRequestError)
    return makeErrorAnswer(400, toErrorBody(error.issues));
  if (isMissingKeyError(error)) return refuse(401, "No API key was provided: send an Authorization header.");
  if (isTimeoutError(error)) return refuse(504, "The upstream server did not answer in time.");
  if (isConnectionError(error)) return refuse(502, "The upstream server could not be reached.");
  if (isResponseValidationError(error)) {
    const kept = keepHeaders(error.headers, headerNames);
    return refuse(502, "The upstream server did not answer with a token count.", kept);
  }
  return refuse(unknownStatus, "The input tokens could not be counted.");
}

/** Answers with the status, the envelope and the headers that upstream gave. */
function passOnError({ status, error, headers }: APIError, headerNames: readonly string[]): Answer {
  const kept = keepHeaders(headers, headerNames);
  const message = `The upstream server answered with status ${status}.`;
  // A redirect or the like is no answer that a caller of the count endpoint can use.
  if (status < 400 || status > 599) return refuse(502, message, kept);
  return error === null ? refuse(status, message, kept) : makeErrorAnswer(status, { error }, kept);
}

import {
  type APIError,
  isAPIError,
  isConnectionError,
  isMissingKeyError,
  isRequestValidationError,
  isResponseValidationError,
  isTimeoutError,
} from "../client/errors/index.js";
import { toErrorBody } from "../validate/index.js";
import { type Answer, makeAnswer, refuse } from "./answer.js";

/**
 * Answers an error of the count. What upstream answered is passed on; a body that cannot be sent is 400, a
 * missing key 401, a time-out 504, an unreachable or garbled upstream 502, anything else 500.
 */
export function answerError(error: unknown): Answer {
  if (isAPIError(error)) return passOnError(error);
  if (isRequestValidationError(error)) return makeAnswer(400, toErrorBody(error.issues));
  if (isMissingKeyError(error)) return refuse(401, "No API key was provided: send an Authorization header.");
  if (isTimeoutError(error)) return refuse(504, "The upstream server did not answer in time.");
  if (isConnectionError(error)) return refuse(502, "The upstream server could not be reached.");
  if (isResponseValidationError(error))
    return refuse(502, "The upstream server did not answer with a token count.");
  return refuse(500, "The input tokens could not be counted.");
}

/** What a caller needs of an upstream error beside its status and envelope. */
const KEPT_HEADERS = ["x-request-id", "retry-after", "retry-after-ms", "x-should-retry"];

/** Answers with the status, the envelope, the request id and the wish to be retried that upstream gave. */
function passOnError({ status, error, headers }: APIError): Answer {
  const kept: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = headers.get(name);
    if (value !== null) kept[name] = value;
  }
  // A redirect or the like is no answer that a caller of the count endpoint can use.
  if (status < 400 || status > 599)
    return refuse(502, `The upstream server answered with status ${status}.`, kept);
  if (error === null) return refuse(status, `The upstream server answered with status ${status}.`, kept);
  return makeAnswer(status, { error }, kept);
}

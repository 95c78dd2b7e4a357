import {
  isAPIError,
  isConnectionError,
  isMissingKeyError,
  isRequestValidationError,
  isResponseValidationError,
  isTimeoutError,
} from "../client/errors/index.js";
import { toErrorBody } from "../validate/index.js";
import { type Answer, makeAnswer } from "./answer.js";
import { passOnError } from "./pass-on-error.js";
import { refuse } from "./refuse.js";

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

import type { APIError } from "../client/errors/index.js";
import { type Answer, makeAnswer } from "./answer.js";
import { refuse } from "./refuse.js";

/** What a caller needs of an upstream error beside its status and envelope. */
const KEPT_HEADERS = ["x-request-id", "retry-after", "retry-after-ms", "x-should-retry"];

/** Answers with the status, the envelope, the request id and the wish to be retried that upstream gave. */
export function passOnError({ status, error, headers }: APIError): Answer {
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

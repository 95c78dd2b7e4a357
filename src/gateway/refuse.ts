import type { ErrorResponse } from "../../generated/types.js";
import { type Answer, makeAnswer } from "./answer.js";

/** Answers with a status and a message of ours in the provider's envelope; headers as given. */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): Answer {
  const type = status < 500 ? "invalid_request_error" : "server_error";
  const body: ErrorResponse = { error: { message, type, param: null, code: null } };
  return makeAnswer(status, body, headers);
}

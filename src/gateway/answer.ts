import type { ErrorResponse } from "../../generated/types.js";

/**
 * What the gateway says, before it takes the form of a server. node:http sends it as it is: to make and to
 * take apart a Fetch response would cost more than the rest of the gateway.
 */
export interface Answer {
  status: number;
  /** Under lower-case names. */
  headers: Record<string, string>;
  /** JSON. */
  body: string;
}

/**
 * Makes an answer with a value as JSON.
 * @throws {TypeError} when JSON cannot carry the value
 */
export function makeAnswer(status: number, value: object, headers: Record<string, string> = {}): Answer {
  const body: string | undefined = JSON.stringify(value); // a counter without types may give nothing
  if (body === undefined) throw new TypeError("Expected a value that JSON can carry.");
  return { status, headers: { "content-type": "application/json", ...headers }, body };
}

/** Turns an answer into a Fetch response. */
export function toResponse({ status, headers, body }: Answer): Response {
  return new Response(body, { status, headers });
}

/** Answers with a status and a message of ours in the provider's envelope; headers as given. */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): Answer {
  const type = status < 500 ? "invalid_request_error" : "server_error";
  const body: ErrorResponse = { error: { message, type, param: null, code: null } };
  return makeAnswer(status, body, headers);
}

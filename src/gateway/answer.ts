import type { ErrorResponse } from "../../generated/types.js";
import type { ValidationIssue } from "../validate/types.js";

/**
 * What the gateway says, before it takes the form of a server. node:http sends it as it is: to make and to
 * take apart a Fetch response would cost more than the rest of the gateway.
 */
export interface Answer {
  status: number;
  /** Under lower-case names. */
  headers: Record<string, string>;
  /** JSON; null for none. */
  body: string | null;
  /** The count, where it is one. */
  tokens?: number;
  /** The envelope, where it is a refusal or a fault. */
  envelope?: ErrorResponse;
  /** What is wrong with the body, where that is why it was refused. */
  issues?: readonly ValidationIssue[];
}

/**
 * Makes an answer with a value as JSON.
 * @throws {TypeError} when JSON cannot carry the value, or HTTP the status or a header
 */
export function makeAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  const body = JSON.stringify(value) as string | undefined; // what has no type may give nothing
  if (body === undefined) throw new TypeError("Expected a value that JSON can carry.");
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new TypeError("Expected a status from 200 to 599.");
  for (const [name, text] of Object.entries(headers)) {
    if (!isHeaderValue(text)) throw new TypeError(`Expected a value of an HTTP header for ${name}.`);
  }
  return { status, headers: { "content-type": "application/json", ...headers }, body };
}

function isHeaderValue(value: unknown): boolean {
  // As node:http has it, which is the strictest.
  return typeof value === "string" && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

/** Answers with the provider's envelope. */
export function makeErrorAnswer(
  status: number,
  envelope: ErrorResponse,
  headers: Record<string, string> = {},
): Answer {
  return { ...makeAnswer(status, envelope, headers), envelope };
}

/** Answers with a status and a message of ours in the provider's envelope; headers as given. */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): Answer {
  const type = status < 500 ? "invalid_request_error" : "server_error";
  return makeErrorAnswer(status, { error: { message, type, param: null, code: null } }, headers);
}

/** Turns an answer into a Fetch response. */
export function toResponse({ status, headers, body }: Answer): Response {
  return new Response(body, { status, headers });
}

import type { InputTokenCountParams } from "../../generated/types.js";
import { toErrorBody, validateRequest } from "../validate/index.js";
import type { Validation } from "../validate/types.js";
import { type Answer, makeAnswer, refuse } from "./answer.js";
import type { GatewayRequest } from "./gateway-request.js";
import { parseBody } from "./read-body.js";
import type { CheckOptions } from "./types.js";

/**
 * Decides on a request of any server, whatever its path: head, body, contract.
 * @throws {TypeError} when somebody has read the body already and not handed it on
 */
export async function decideRequest(request: GatewayRequest, options: CheckOptions): Promise<Decision> {
  const refusal = checkHead(request);
  if (refusal) {
    request.discard();
    return { ok: false, answer: refusal };
  }
  const body = await parseBody(request, options);
  return body.ok ? decideBody(body.value, options) : body;
}

/** The typed body of a request (undefined where none was sent), or the answer to a bad one. */
export type Decision = { ok: true; body: InputTokenCountParams | undefined } | { ok: false; answer: Answer };

/** Decides on a parsed body; an absent one is good. */
export function decideBody(body: unknown, options: Pick<CheckOptions, "validate">): Decision {
  if (body === undefined) return { ok: true, body };
  const verdict = validate(body, options.validate);
  if (verdict.ok) return { ok: true, body: verdict.value };
  return { ok: false, answer: makeAnswer(400, toErrorBody(verdict.issues)) };
}

function validate(body: unknown, how: CheckOptions["validate"] = true): Validation<InputTokenCountParams> {
  if (typeof how === "function") return how(body);
  // Unchecked on the operator's own wish: the type is then a promise of the caller.
  if (how === false) return { ok: true, value: body as InputTokenCountParams };
  return validateRequest(body, how === true ? undefined : how);
}

const JSON_TYPE = /^\s*application\/(?:json|[^\s;,/]+\+json)\s*(?:[;,]|$)/i;

/** Refuses by method and headers alone: 405 or 415, or undefined where nothing speaks against the request. */
function checkHead(request: GatewayRequest): Answer | undefined {
  if (request.method !== "POST") return refuse(405, "Only POST is allowed here.", { allow: "POST" });
  const type = request.header("content-type");
  if (type !== null && !JSON_TYPE.test(type)) return refuseContentType();
  // A parser that ran before has inflated the body already.
  const encoding = request.parsedBody === undefined ? request.header("content-encoding") : null;
  if (encoding !== null && encoding.toLowerCase() !== "identity") {
    return refuse(415, "Unsupported content encoding: expected a body that is not compressed.");
  }
  return undefined;
}

/** Answers a content type that is not JSON. */
export function refuseContentType(): Answer {
  return refuse(415, "Unsupported content type: expected 'application/json'.");
}

import type { InputTokenCountParams } from "../../generated/types.js";
import { toErrorBody, validateRequest } from "../validate/index.js";
import type { Validation } from "../validate/types.js";
import { type Answer, makeErrorAnswer, refuse } from "./answer.js";
import type { GatewayRequest } from "./gateway-request.js";
import { parseBody } from "./read-body.js";
import type { CheckSettings } from "./settings.js";
import type { CheckOptions } from "./types.js";

/**
 * The typed body of a request (undefined where none was sent) and the text that it was read from (undefined where
 * it is not at hand, or a validator has changed what it says), or the answer to a bad one.
 */
export type Decision =
  | { ok: true; body: InputTokenCountParams | undefined; raw: Uint8Array | string | undefined }
  | { ok: false; answer: Answer };

/**
 * Decides on a request of any server, whatever its path: head, body, contract.
 * @throws {TypeError} when somebody has read the body already and not handed it on
 */
export async function decideRequest<Native>(
  request: GatewayRequest<Native>,
  settings: CheckSettings<Native>,
): Promise<Decision> {
  const refusal = checkHead(request);
  if (refusal) {
    request.discard();
    return { ok: false, answer: refusal };
  }
  const parsed = await parseBody(request, settings);
  return parsed.ok ? decideBody(parsed.value, settings.validate, parsed.raw) : parsed;
}

/** Decides on a parsed body; an absent one is good. */
export function decideBody(
  body: unknown,
  how: CheckOptions["validate"],
  raw?: Uint8Array | string,
): Decision {
  if (body === undefined) return { ok: true, body, raw };
  const verdict = validate(body, how);
  if (verdict.ok) return { ok: true, body: verdict.value, raw: verdict.value === body ? raw : undefined };
  const { issues } = verdict;
  return { ok: false, answer: { ...makeErrorAnswer(400, toErrorBody(issues)), issues } };
}

function validate(body: unknown, how: CheckOptions["validate"] = true): Validation<InputTokenCountParams> {
  if (typeof how === "function") return how(body);
  // Unchecked on the operator's own wish: the type is then a promise of the caller.
  if (how === false) return { ok: true, value: body as InputTokenCountParams };
  return validateRequest(body, how === true ? undefined : how);
}

const JSON_TYPE = /^\s*application\/(?:json|[^\s;,/]+\+json)\s*(?:[;,]|$)/i;

/** Refuses by method and headers alone: 400, 405 or 415, or undefined where nothing speaks against the request. */
export function checkHead(request: GatewayRequest): Answer | undefined {
  if (request.method !== "POST") return refuse(405, "Only POST is allowed here.", { allow: "POST" });
  if (request.isAuthorizedTwice) return refuse(400, "The Authorization header was sent more than once.");
  const type = request.header("content-type");
  if (type !== null && !JSON_TYPE.test(type)) return refuseContentType();
  // A parser that ran before has inflated the body already.
  const encoding = request.earlier ? null : request.header("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity") return refuseContentEncoding();
  return undefined;
}

/** Answers a content type that is not JSON. */
export function refuseContentType(): Answer {
  return refuse(415, "Unsupported content type: expected 'application/json'.");
}

/** Answers a body that is compressed. */
export function refuseContentEncoding(): Answer {
  return refuse(415, "Unsupported content encoding: expected a body that is not compressed.");
}

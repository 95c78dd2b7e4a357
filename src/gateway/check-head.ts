import type { Answer } from "./answer.js";
import type { GatewayRequest } from "./gateway-request.js";
import { refuse } from "./refuse.js";

const JSON_TYPE = /^\s*application\/(?:json|[^\s;,/]+\+json)\s*(?:[;,]|$)/i;

/** Refuses by method and headers alone: 405 or 415, or undefined where nothing speaks against the request. */
export function checkHead(request: GatewayRequest): Answer | undefined {
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

import type { Answer } from "./answer.js";
import type { CallerRequest } from "./gateway-request.js";
import type { GatewayOptions } from "./types.js";

type Origins = GatewayOptions["cors"];

/** How long a browser may remember a preflight answer, in seconds. */
const PREFLIGHT_SECONDS = "7200";

/** Answers the question that a browser asks before a page of another origin may call; undefined for all else. */
export function answerPreflight(request: CallerRequest, origins: Origins): Answer | undefined {
  if (origins === undefined || request.method !== "OPTIONS") return undefined;
  if (request.header("access-control-request-method") === null) return undefined;
  const headers: Record<string, string> = {
    "access-control-allow-methods": "POST",
    "access-control-max-age": PREFLIGHT_SECONDS,
  };
  // An SDK sends headers of its own beside those that are forwarded; those that are not stay behind anyway.
  const asked = request.header("access-control-request-headers");
  if (asked !== null) headers["access-control-allow-headers"] = asked;
  return { status: 204, headers, body: null };
}

/** Says with an answer which pages may read it. */
export function allowOrigin(answer: Answer, request: CallerRequest, origins: Origins): Answer {
  if (origins === undefined) return answer;
  const origin = request.header("origin");
  const headers: Record<string, string> = { ...answer.headers };
  if (origins !== "*") headers["vary"] = "origin";
  if (origin !== null && (origins === "*" || origins.includes(origin))) {
    headers["access-control-allow-origin"] = origins === "*" ? "*" : origin;
    headers["access-control-expose-headers"] = "*";
  }
  return { ...answer, headers };
}

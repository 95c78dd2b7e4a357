import type { Answer } from "./answer.js";
import { answerRequest } from "./answer-request.js";
import type { GatewayRequest } from "./gateway-request.js";
import { isCountPath } from "./is-count-path.js";
import { refuse } from "./refuse.js";
import type { GatewayOptions } from "./types.js";

/** Answers a request at the count endpoint, and 404 at any other path. */
export async function routeRequest(
  path: string,
  request: GatewayRequest,
  options: GatewayOptions,
): Promise<Answer> {
  if (isCountPath(path)) return answerRequest(request, options);
  request.discard();
  return refuse(404, "Unknown path: only POST …/responses/input_tokens is served here.");
}

import type { InputTokenCountParams } from "../../generated/types.js";
import { type Answer, makeAnswer, refuse } from "./answer.js";
import { answerError } from "./answer-error.js";
import { decideRequest } from "./decide.js";
import type { GatewayRequest } from "./gateway-request.js";
import type { CountFunction, CountOptions, GatewayOptions } from "./types.js";

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

const SUFFIX = "/responses/input_tokens";

/** Tells whether a path with or without a query, such as `/v1/responses/input_tokens`, is the count endpoint. */
export function isCountPath(path: string): boolean {
  const query = path.indexOf("?");
  return path.endsWith(SUFFIX, query < 0 ? path.length : query);
}

/** Checks, counts and answers a request of any server, whatever its path. Errors become answers. */
export async function answerRequest(request: GatewayRequest, options: GatewayOptions): Promise<Answer> {
  let signal: AbortSignal | undefined;
  try {
    const decision = await decideRequest(request, options);
    if (!decision.ok) return decision.answer;
    signal = request.signal;
    return await callCount(decision.body, request, signal, options);
  } catch (error) {
    // Nobody reads this answer; 499 is how logs name a caller that has gone.
    if (signal?.aborted) return refuse(499, "The request was aborted.");
    const answer = answerError(error);
    if (answer.status >= 500) report(error, options);
    return answer;
  }
}

function report(error: unknown, { onError }: GatewayOptions): void {
  try {
    onError?.(error);
  } catch {
    // The caller's answer does not depend on the operator's log.
  }
}

const DEFAULT_FORWARD_HEADERS = ["authorization", "openai-organization", "openai-project"];

/**
 * Counts a checked body and answers with the count, under upstream's request id where the counter knows it.
 * @throws whatever the counter throws
 */
async function callCount(
  body: InputTokenCountParams | undefined,
  request: GatewayRequest,
  signal: AbortSignal,
  options: GatewayOptions,
): Promise<Answer> {
  const headers = pickHeaders(request, options.forwardHeaders ?? DEFAULT_FORWARD_HEADERS);
  const count = pickCount(options);
  const context: CountOptions = { signal, headers };
  if (!count.withResponse) return makeAnswer(200, await count(body, context));
  const { data, requestId } = await count.withResponse(body, context);
  return makeAnswer(200, data, requestId === null ? {} : { "x-request-id": requestId });
}

function pickCount({ count }: GatewayOptions): CountFunction {
  if (typeof count === "function") return count;
  // Its own `this`, for counters that are classes.
  return count.count.withResponse ? count.count : (body, options) => count.count(body, options);
}

function pickHeaders(request: GatewayRequest, names: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of names) {
    const value = request.header(name);
    if (value !== null) headers[name.toLowerCase()] = value;
  }
  return headers;
}

import type { InputTokenCountParams } from "../../generated/types.js";
import { type Answer, makeAnswer } from "./answer.js";
import type { GatewayRequest } from "./gateway-request.js";
import type { CountFunction, CountOptions, GatewayOptions } from "./types.js";

const DEFAULT_FORWARD_HEADERS = ["authorization", "openai-organization", "openai-project"];

/**
 * Counts a checked body and answers with the count, under upstream's request id where the counter knows it.
 * @throws whatever the counter throws
 */
export async function callCount(
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

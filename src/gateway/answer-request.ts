import { answerError } from "./answer-error.js";
import type { Answer } from "./answer.js";
import { callCount } from "./call-count.js";
import { decideRequest } from "./decide-request.js";
import type { GatewayRequest } from "./gateway-request.js";
import { refuse } from "./refuse.js";
import type { GatewayOptions } from "./types.js";

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

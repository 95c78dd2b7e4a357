import { checkHead } from "./check-head.js";
import { decideBody, type Decision } from "./decide-body.js";
import type { GatewayRequest } from "./gateway-request.js";
import { parseBody } from "./parse-body.js";
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

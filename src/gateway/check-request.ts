import { toResponse } from "./answer.js";
import { decideBody, decideRequest } from "./decide.js";
import { FetchRequest } from "./fetch-request.js";
import type { CheckOptions, CheckResult } from "./types.js";

/**
 * Checks a count request whatever its path: gives its parsed and typed body, or the answer to send back
 * (400, 405, 408, 413 or 415 in the provider's envelope). An empty body is `undefined`.
 *
 * @throws {TypeError} when the body of the request has already been read; use `checkBody` then
 * @example
 * const checked = await checkRequest(request, { maxBodyBytes: 1_000_000 });
 * if (!checked.ok) return checked.response;
 * const { input_tokens } = await client.count(checked.body);
 */
export async function checkRequest(request: Request, options: CheckOptions = {}): Promise<CheckResult> {
  const decision = await decideRequest(new FetchRequest(request), options);
  return decision.ok ? decision : { ok: false, response: toResponse(decision.answer) };
}

/**
 * Checks a body that has been parsed already: gives it back typed, or the provider's 400 as a ready response.
 *
 * @example
 * const checked = checkBody(await request.json());
 * if (!checked.ok) return checked.response;
 */
export function checkBody(body: unknown, options: Pick<CheckOptions, "validate"> = {}): CheckResult {
  const decision = decideBody(body, options);
  return decision.ok ? decision : { ok: false, response: toResponse(decision.answer) };
}

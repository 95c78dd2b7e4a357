import { toResponse } from "./answer.js";
import { decideBody } from "./decide-body.js";
import type { CheckOptions, CheckResult } from "./types.js";

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

import { toResponse } from "./answer.js";
import { decideBody, decideRequest } from "./decide.js";
import { FetchRequest } from "./fetch-request.js";
import { finishRefusal } from "./hooks.js";
import { resolveCheckOptions } from "./settings.js";
import type { CheckOptions, CheckResult } from "./types.js";

/**
 * Checks a count request whatever its path: gives its parsed and typed body, or the answer to send back
 * (400, 405, 408, 413 or 415 in the provider's envelope). An empty body is `undefined`.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @throws {TypeError} when the body of the request has already been read; use `checkBody` then
 * @example
 * const checked = await checkRequest(request, { maxBodyBytes: 1_000_000 });
 * if (!checked.ok) return checked.response;
 * const { input_tokens } = await client.count(checked.body);
 */
export async function checkRequest(
  request: Request,
  options: CheckOptions<Request> = {},
): Promise<CheckResult> {
  const settings = resolveCheckOptions(options);
  const seen = new FetchRequest(request, request);
  const decision = await decideRequest(seen, settings);
  if (decision.ok) return { ok: true, body: decision.body };
  return { ok: false, response: toResponse(finishRefusal(decision.answer, seen, settings)) };
}

/**
 * Checks a body that has been parsed already: gives it back typed, or the provider's 400 as a ready response.
 *
 * @example
 * const checked = checkBody(await request.json());
 * if (!checked.ok) return checked.response;
 */
export function checkBody(body: unknown, options: Pick<CheckOptions, "validate"> = {}): CheckResult {
  const decision = decideBody(body, resolveCheckOptions(options).validate);
  if (decision.ok) return { ok: true, body: decision.body };
  return { ok: false, response: toResponse(decision.answer) };
}

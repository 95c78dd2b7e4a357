import { type Answer, makeAnswer } from "./answer.js";
import type { CallerRequest } from "./gateway-request.js";
import type { CheckOptions } from "./types.js";

/** Tells a hook; what it throws or rejects with is dropped: the answer does not depend on the operator's log. */
export function tell<Facts extends unknown[]>(
  hook: ((...facts: Facts) => unknown) | undefined,
  ...facts: Facts
): void {
  try {
    const told = hook?.(...facts);
    if (told instanceof Promise) told.catch(() => undefined);
  } catch {
    // As above.
  }
}

/** Tells of a refusal, and gives it the operator's form. */
export function finishRefusal<Native>(
  answer: Answer,
  request: CallerRequest<Native>,
  { onRefuse, mapError, onError }: CheckOptions<Native>,
): Answer {
  if (answer.issues) tell(onRefuse, answer.issues, request);
  const { status, headers, envelope } = answer;
  if (!mapError || !envelope) return answer;
  try {
    const mapped = mapError({ status, headers: { ...headers }, body: envelope }, request);
    return makeAnswer(mapped.status ?? status, mapped.body ?? envelope, mapped.headers ?? headers);
  } catch (error) {
    tell(onError, error, request);
    return answer;
  }
}

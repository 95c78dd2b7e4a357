import type { InputTokenCountParams } from "../../generated/types.js";
import { toErrorBody, validateRequest } from "../validate/index.js";
import type { Validation } from "../validate/types.js";
import { type Answer, makeAnswer } from "./answer.js";
import type { CheckOptions } from "./types.js";

/** The typed body of a request (undefined where none was sent), or the answer to a bad one. */
export type Decision = { ok: true; body: InputTokenCountParams | undefined } | { ok: false; answer: Answer };

/** Decides on a parsed body; an absent one is good. */
export function decideBody(body: unknown, options: Pick<CheckOptions, "validate">): Decision {
  if (body === undefined) return { ok: true, body };
  const verdict = validate(body, options.validate);
  if (verdict.ok) return { ok: true, body: verdict.value };
  return { ok: false, answer: makeAnswer(400, toErrorBody(verdict.issues)) };
}

function validate(body: unknown, how: CheckOptions["validate"] = true): Validation<InputTokenCountParams> {
  if (typeof how === "function") return how(body);
  // Unchecked on the operator's own wish: the type is then a promise of the caller.
  if (how === false) return { ok: true, value: body as InputTokenCountParams };
  return validateRequest(body, how === true ? undefined : how);
}

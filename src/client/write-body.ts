import {
  listGenerationKeys,
  toCountParams,
  type CreateParams,
  type ValidateOptions,
  validateRequest,
} from "../validate/index.js";
import { RequestValidationError } from "./errors/request-validation-error.js";

/**
 * Writes a body as JSON and validates what the JSON says: getters, `toJSON` and later changes make no difference to
 * what is sent. What only a request for an answer takes (`stream` and the like) is left out.
 * @param checks False to validate nothing.
 * @throws {RequestValidationError} when it breaks the contract, or JSON cannot carry it: a cycle, a BigInt, too
 * deep, too large.
 */
export function writeBody(body: unknown, checks: ValidateOptions | false): string {
  const text = stringify(body, withoutGeneration, checks);
  if (checks !== false) validate(JSON.parse(text), checks);
  return text;
}

/**
 * Writes a body that a gateway has checked as JSON, with all that is in it.
 * @throws {RequestValidationError} when JSON cannot carry it
 */
export function writeForwarded(body: unknown): string {
  return stringify(body, (whole) => whole, false);
}

function validate(body: unknown, checks: ValidateOptions): void {
  const validation = validateRequest(body, checks);
  if (!validation.ok) throw new RequestValidationError(validation.issues);
}

function stringify(
  body: unknown,
  select: (body: unknown) => unknown,
  checks: ValidateOptions | false,
): string {
  let text: string | undefined;
  let cause: unknown;
  try {
    text = JSON.stringify(select(body));
  } catch (error) {
    cause = error;
  }
  if (text !== undefined) return text;
  // The contract names the place of most of what JSON cannot carry.
  if (checks !== false) validate(body, checks);
  const message = `Invalid body: expected a value that JSON can carry, but got ${describeFault(body, cause)}.`;
  throw new RequestValidationError(
    [{ message, param: null, code: "invalid_value", path: [] }],
    cause === undefined ? {} : { cause },
  );
}

/** An object that writes itself says what it means to say. */
function withoutGeneration(body: unknown): unknown {
  const writesItself = typeof (body as { toJSON?: unknown } | null | undefined)?.toJSON === "function";
  // Whatever types its members have, only its keys are looked at.
  return writesItself || listGenerationKeys(body).length === 0 ? body : toCountParams(body as CreateParams);
}

/** Tells faults apart by the words that the engines use for them. */
function describeFault(body: unknown, cause: unknown): string {
  if (cause === undefined) return body === undefined ? "nothing" : `a ${typeof body}`;
  const words = cause instanceof Error ? String(cause) : "";
  if (/circular|cyclic/i.test(words)) return "an object that holds itself";
  if (/bigint/i.test(words)) return "a BigInt";
  if (/string length|too long/i.test(words)) return "more text than a string can hold";
  if (/RangeError|InternalError/.test(words)) return "objects nested too deep";
  return "an object that cannot be read";
}

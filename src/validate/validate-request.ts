import type { InputTokenCountParams } from "../../generated/types.js";
import { findFault, findFaults, InputTokenCountParams as checkRequest } from "../../generated/validators.js";
import { sortByDocument } from "./document-order.js";
import { RULES, RULES_WITH_SCHEMAS } from "./rules/index.js";
import type { ValidateOptions, Validation, ValidationIssue } from "./types.js";
import { findUnreadable } from "./unreadable.js";
import { wordFault } from "./words/word-fault.js";
import { wordKind } from "./words/kinds.js";
import { wordType } from "./words/word-value.js";

/** More issues than this help nobody, and would cost memory without bound. */
const MOST_ISSUES = 10_000;

/**
 * Checks a request body against the contract: its shape, its limits, and the rules of the reference's prose.
 * Never throws, never changes the body, and answers as the provider would: the first fault, in its words. Members
 * are read as every program reads them: what an `Object.prototype` that somebody has changed adds to all objects
 * counts as part of each body and of the options, and is judged alike.
 *
 * @example
 * const result = validateRequest({ model: "gpt-5", input: [{ role: "user", content: 5 }] });
 * if (!result.ok) console.error(result.issues[0].message);
 * // Invalid type for 'input[0].content': expected one of an array of objects or string, but got an integer instead.
 */
export function validateRequest(body: unknown, options?: ValidateOptions): Validation<InputTokenCountParams> {
  try {
    const issues =
      options != null && needsSettings(options) ? findIssues(body, options) : findFirstIssue(body);
    // The checks have just shown that the body is one.
    return issues === undefined ? { ok: true, value: body as InputTokenCountParams } : { ok: false, issues };
  } catch {
    // A getter or a proxy of the body threw, or the stack is full: then there may be no room for one more call.
    try {
      return { ok: false, issues: [findUnreadable(body)] };
    } catch {
      const message = "Invalid body: the value cannot be read. Expected plain JSON data.";
      return { ok: false, issues: [{ code: "invalid_value", message, param: null, path: [] }] };
    }
  }
}

/** Whether a body is a valid request: `validateRequest` without words. Never throws. */
export function isRequest(body: unknown): body is InputTokenCountParams {
  try {
    return isObject(body) && findFault(checkRequest, body, RULES) === undefined;
  } catch {
    return false;
  }
}

function findFirstIssue(body: unknown): ValidationIssue[] | undefined {
  if (!isObject(body)) return [describeKind(body)];
  const fault = findFault(checkRequest, body, RULES);
  return fault && [wordFault(fault)];
}

function needsSettings({
  unknownKeys,
  unknownTypes,
  strictSchemas,
  maxIssues = 1,
}: ValidateOptions): boolean {
  return unknownKeys === "reject" || unknownTypes === "allow" || strictSchemas === "check" || maxIssues > 1;
}

function findIssues(body: unknown, options: ValidateOptions): ValidationIssue[] | undefined {
  if (!isObject(body)) return [describeKind(body)];
  const faults = findFaults(checkRequest, body, {
    limit: readLimit(options.maxIssues),
    strict: options.unknownKeys === "reject",
    lenient: options.unknownTypes === "allow",
    rules: options.strictSchemas === "check" ? RULES_WITH_SCHEMAS : RULES,
  });
  return faults.length === 0 ? undefined : sortByDocument(faults.map(wordFault), body);
}

/** A number of issues from one to the most; whatever is no number is taken for none given. */
function readLimit(maxIssues: unknown): number {
  const limit = typeof maxIssues === "number" ? Math.floor(maxIssues) || 1 : 1;
  return Math.min(Math.max(limit, 1), MOST_ISSUES);
}

/** Objects are taken for requests until a check says otherwise; every member is optional. */
function isObject(body: unknown): body is InputTokenCountParams {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

function describeKind(body: unknown): ValidationIssue {
  const kind = body === undefined ? "nothing" : wordKind(body);
  return { ...wordType("", "an object", kind), param: null, path: [] };
}

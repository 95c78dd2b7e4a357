import { findFault, findFaults, type CheckFunction } from "../../generated/validators.js";
import { sortByDocument } from "./document-order.js";
import { isObject } from "./is-object.js";
import { RULES, RULES_WITH_SCHEMAS } from "./rules/index.js";
import type { ValidateOptions, Validation, ValidationIssue, ValidationIssues } from "./types.js";
import { findUnreadable } from "./unreadable.js";
import { wordFault } from "./words/word-fault.js";
import { wordKind } from "./words/kinds.js";
import { wordType } from "./words/word-value.js";

/** More issues than this help nobody, and would cost memory without bound. */
const MOST_ISSUES = 10_000;

/** Checks an object by one of the generated validators and the authored rules. Never throws. */
export function validateValue<T>(
  check: CheckFunction,
  value: unknown,
  options: ValidateOptions | undefined,
): Validation<T> {
  try {
    const issues = findIssues(check, value, options);
    // The checks have just shown that the value is one.
    return issues === undefined ? { ok: true, value: value as T } : { ok: false, issues };
  } catch {
    // A getter or a proxy of the value threw, or the stack is full: then there may be no room for one more call.
    try {
      return { ok: false, issues: [findUnreadable(value)] };
    } catch {
      const message = "Invalid body: the value cannot be read. Expected plain JSON data.";
      return { ok: false, issues: [{ code: "invalid_value", message, param: null, path: [] }] };
    }
  }
}

/** `validateValue` without words. Never throws. */
export function fits(check: CheckFunction, value: unknown): boolean {
  try {
    return isObject(value) && findFault(check, value, RULES) === undefined;
  } catch {
    return false;
  }
}

function findIssues(
  check: CheckFunction,
  value: unknown,
  options: ValidateOptions | undefined,
): ValidationIssues | undefined {
  if (!isObject(value)) return [describeKind(value)];
  if (options == null || !needsSettings(options)) {
    const fault = findFault(check, value, RULES);
    return fault && [wordFault(fault)];
  }
  const faults = findFaults(check, value, {
    limit: readLimit(options.maxIssues),
    strict: options.unknownKeys === "reject",
    lenient: options.unknownTypes === "allow",
    rules: options.strictSchemas === "check" ? RULES_WITH_SCHEMAS : RULES,
  });
  const [first, ...others] = sortByDocument(faults.map(wordFault), value);
  return first && [first, ...others];
}

function needsSettings({
  unknownKeys,
  unknownTypes,
  strictSchemas,
  maxIssues = 1,
}: ValidateOptions): boolean {
  return unknownKeys === "reject" || unknownTypes === "allow" || strictSchemas === "check" || maxIssues > 1;
}

/** A number of issues from one to the most; whatever is no number is taken for none given. */
function readLimit(maxIssues: unknown): number {
  const limit = typeof maxIssues === "number" ? Math.floor(maxIssues) || 1 : 1;
  return Math.min(Math.max(limit, 1), MOST_ISSUES);
}

function describeKind(value: unknown): ValidationIssue {
  const kind = value === undefined ? "nothing" : wordKind(value);
  return { ...wordType("", "an object", kind), param: null, path: [] };
}

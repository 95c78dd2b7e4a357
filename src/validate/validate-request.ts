import type { InputTokenCountParams } from "../../generated/types.js";
import {
  findFault,
  findFaults,
  wasRuled,
  InputTokenCountParams as checkRequest,
  type Fault,
} from "../../generated/validators.js";
import { sortByDocument } from "./document-order.js";
import { findBrokenRule, findBrokenRules } from "./rules/index.js";
import { withoutRepetition } from "./repetition.js";
import type { ValidateOptions, Validation, ValidationIssue } from "./types.js";
import { findUnreadable } from "./unreadable.js";
import { wordFault } from "./words/word-fault.js";
import { wordKind } from "./words/kinds.js";
import { wordType } from "./words/word-value.js";

/** More issues than this help nobody, and would cost memory without bound. */
const MOST_ISSUES = 10_000;

/**
 * Checks a request body against the contract: its shape, its limits, and the rules of the reference's prose.
 * Never throws, never changes the body, and answers as the provider would: the first fault, in its words.
 *
 * @example
 * const result = validateRequest({ model: "gpt-5", input: [{ role: "user", content: 5 }] });
 * if (!result.ok) console.error(result.issues[0].message);
 * // Invalid type for 'input[0].content': expected one of an array of objects or string, but got an integer instead.
 */
export function validateRequest(body: unknown, options?: ValidateOptions): Validation<InputTokenCountParams> {
  const issues = options != null && needsSettings(options) ? findIssues(body, options) : findFirstIssue(body);
  // The checks have just shown that the body is one.
  return issues === undefined ? { ok: true, value: body as InputTokenCountParams } : { ok: false, issues };
}

/** Whether a body is a valid request: `validateRequest` without words. Never throws. */
export function isRequest(body: unknown): body is InputTokenCountParams {
  try {
    return (
      isObject(body) &&
      findFault(checkRequest, body) === undefined &&
      findBrokenRule(body, wasRuled()) === undefined
    );
  } catch {
    return false;
  }
}

function findFirstIssue(body: unknown): ValidationIssue[] | undefined {
  try {
    if (!isObject(body)) return [describeKind(body)];
    const fault = findFault(checkRequest, body);
    if (fault) return [wordFault(fault)];
    return findBrokenRule(body, wasRuled());
  } catch {
    return [findUnreadable(body)];
  }
}

function needsSettings({ unknownKeys, unknownTypes, maxIssues = 1 }: ValidateOptions): boolean {
  return unknownKeys === "reject" || unknownTypes === "allow" || maxIssues > 1;
}

function findIssues(body: unknown, options: ValidateOptions): ValidationIssue[] | undefined {
  const limit = Math.min(Math.max(Math.floor(options.maxIssues ?? 1) || 1, 1), MOST_ISSUES);
  try {
    if (!isObject(body)) return [describeKind(body)];
    const faults = findFaults(checkRequest, body, {
      limit,
      strict: options.unknownKeys === "reject",
      lenient: options.unknownTypes === "allow",
    });
    const issues = faults.map((fault: Fault) => wordFault(fault));
    // The provider looks at the whole shape before it looks at what its parts mean together.
    const most = issues.length === 0 ? limit : Infinity;
    const rest = issues.length < limit ? withoutRepetition(findBrokenRules(body, most), issues) : [];
    const all = [...issues, ...rest].slice(0, limit);
    return all.length === 0 ? undefined : sortByDocument(all, body);
  } catch {
    return [findUnreadable(body)];
  }
}

/**
 * Objects are taken for requests until a check says otherwise; every member is optional. Throws for a revoked
 * proxy, as every look at one does.
 */
function isObject(body: unknown): body is InputTokenCountParams {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

function describeKind(body: unknown): ValidationIssue {
  const kind = body === undefined ? "nothing" : wordKind(body);
  return { ...wordType("", "an object", kind), param: null, path: [] };
}

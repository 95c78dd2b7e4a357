import { validateRequest, type ValidateOptions, type ValidationIssue } from "../../src/validate/index.js";
import { freeze } from "./json.js";

/** The issues of a body, which is frozen first. */
export function issuesOf(body: unknown, options?: ValidateOptions): ValidationIssue[] {
  const result = validateRequest(freeze(body), options);
  return result.ok ? [] : result.issues;
}

/** The faults of a body, as `code param`. */
export function faultsOf(body: unknown, options?: ValidateOptions): string[] {
  return issuesOf(body, options).map(({ code, param }) => `${code} ${param}`);
}

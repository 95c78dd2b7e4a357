import type { InputTokenCountParams } from "../../../generated/types.js";
import type { ValidationIssue } from "../types.js";

/**
 * A sentence of the reference that JSON Schema cannot say, as a function: the issues of a body that breaks it,
 * no more than asked for, or undefined. The members that a rule reads may be of any kind, since all issues of a
 * body can be asked for at once; a rule speaks only where the kinds are right.
 */
export type Rule = (body: InputTokenCountParams, most?: number) => ValidationIssue[] | undefined;

/** Reads a member of a value that may be anything. */
export function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

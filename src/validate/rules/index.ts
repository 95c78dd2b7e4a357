import type { InputTokenCountParams } from "../../../generated/types.js";
import type { ValidationIssue } from "../types.js";
import { emptyInput } from "./empty-input.js";
import { exclusiveConversation } from "./exclusive-conversation.js";
import { finalCompactionTrigger } from "./final-compaction-trigger.js";
import { imageGeneration } from "./image-generation.js";
import type { Rule } from "./rule.js";

/** In the provider's order of precedence. */
const RULES: readonly Rule[] = [finalCompactionTrigger, imageGeneration, exclusiveConversation, emptyInput];

/**
 * The first issue of the first rule that a body breaks, or undefined. Spelled out, since it runs on every valid
 * body; the rules of single objects (`x-rule` in the fragment) run only where the shape check has met such an
 * object.
 */
export function findBrokenRule(
  body: InputTokenCountParams,
  wasRuled: boolean,
): ValidationIssue[] | undefined {
  const issues = wasRuled ? (finalCompactionTrigger(body, 1) ?? imageGeneration(body, 1)) : undefined;
  return issues ?? exclusiveConversation(body) ?? emptyInput(body);
}

/** The issues of all rules that a body breaks, at most so many of each. */
export function findBrokenRules(body: InputTokenCountParams, most: number): ValidationIssue[] {
  return RULES.flatMap((rule) => rule(body, most) ?? []);
}

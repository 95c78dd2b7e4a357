import type { ValidationIssue } from "../types.js";
import { member, type Rule } from "./rule.js";

/** "Must be the final input item" (the compaction trigger). */
export const finalCompactionTrigger: Rule = (body, most = Infinity) => {
  const items = body.input;
  if (!Array.isArray(items)) return undefined;
  let issues: ValidationIssue[] | undefined;
  for (let i = 0; i < items.length - 1 && (issues?.length ?? 0) < most; i++) {
    if (member(items[i], "type") !== "compaction_trigger") continue;
    (issues ??= []).push({
      code: "invalid_value",
      message: `Invalid 'input[${i}]': a compaction trigger must be the final input item. Move it to the end of 'input'.`,
      param: `input[${i}]`,
      path: ["input", i],
    });
  }
  return issues;
};

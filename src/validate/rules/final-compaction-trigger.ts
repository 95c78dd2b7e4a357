import type { Rule } from "../../../generated/validators.js";

/** "Must be the final input item" (the compaction trigger). A trigger that is checked by itself stands nowhere. */
export const finalCompactionTrigger: Rule = (trigger, root) => {
  const items = (root as Record<string, unknown>)["input"];
  if (!Array.isArray(items)) return undefined;
  // The same object may stand in several places: then an earlier one is not the final item.
  if (items.at(-1) === trigger && items.indexOf(trigger) === items.length - 1) return undefined;
  return {
    code: "invalid_value",
    path: [],
    word: (param) =>
      `Invalid '${param}': a compaction trigger must be the final input item. Move it to the end of 'input'.`,
  };
};

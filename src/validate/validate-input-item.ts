import type { ResponseInputItem } from "../../generated/types.js";
import { ResponseInputItem as checkItem } from "../../generated/validators.js";
import type { ValidateOptions, Validation } from "./types.js";
import { validateValue } from "./validate-value.js";

/**
 * Checks one member of `input` by itself, as a program does that stores or builds them one by one: the same
 * verdict and words as in a request, places counted from the item. What an item may be among others (a compaction
 * trigger must be the last) only `validateRequest` can tell. Never throws.
 *
 * @example
 * const result = validateInputItem({ type: "function_call_output", call_id: "call_1" });
 * if (!result.ok) console.error(result.issues[0].message); // Missing required parameter: 'output'.
 */
export function validateInputItem(item: unknown, options?: ValidateOptions): Validation<ResponseInputItem> {
  return validateValue(checkItem, item, options);
}

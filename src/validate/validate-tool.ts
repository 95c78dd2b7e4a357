import type { Tool } from "../../generated/types.js";
import { Tool as checkTool } from "../../generated/validators.js";
import type { ValidateOptions, Validation } from "./types.js";
import { validateValue } from "./validate-value.js";

/**
 * Checks one member of `tools` by itself: the same verdict and words as in a request, places counted from the
 * tool. Never throws.
 *
 * @example
 * const result = validateTool({ type: "function", name: "two words" });
 * if (!result.ok) console.error(result.issues[0].param); // name
 */
export function validateTool(tool: unknown, options?: ValidateOptions): Validation<Tool> {
  return validateValue(checkTool, tool, options);
}

import { validateRequest, type ValidateOptions } from "../../src/validate/index.js";
import { freeze } from "./json.js";

/** The faults of a body, as `code param`. */
export function faultsOf(body: unknown, options?: ValidateOptions): string[] {
  const result = validateRequest(freeze(body), options);
  return result.ok ? [] : result.issues.map(({ code, param }) => `${code} ${param}`);
}

import type { What } from "./finding.js";

/** Differences that are one fact, by the key that stands for it in `x-since`. */
const KEYS: Partial<Record<What, string>> = {
  required: "required",
  nullable: "null",
  deprecation: "deprecated",
  default: "default",
};

/**
 * Lists the keys of an `x-since` map that a difference consists of: a keyword (`required`, `maxLength`), or each of
 * the values that only we have.
 * @param ours what our side says, in the words of the report
 * @returns nothing where a part of the difference has no key
 */
export function listFacts(what: What, ours: string | undefined, keys: readonly string[]): string[] {
  if (what === "values" && ours !== undefined) {
    const values = keys.filter((key) => ours.split(" | ").includes(JSON.stringify(key)));
    return values.length === ours.split(" | ").length ? values : [];
  }
  const key = what === "limit" ? ours?.split(" ")[0] : KEYS[what];
  return key !== undefined && keys.includes(key) ? [key] : [];
}

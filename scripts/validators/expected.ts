import type { Check } from "./shapes.js";

const LONG_NAME = 20;

/** Shortens a long name to its first and last three letters, as the provider does in type sentences. */
function shorten(name: string): string {
  return name.length < LONG_NAME ? name : `${name.slice(0, 3)}...${name.slice(-3)}`;
}

/** Joins alternatives as the provider does: `a or b`, and from three on `a, b, or c`. */
function joinAlternatives(alternatives: string[]): string {
  if (alternatives.length < 3) return alternatives.join(" or ");
  return `${alternatives.slice(0, -1).join(", ")}, or ${alternatives.at(-1)}`;
}

/** Words what an array holds, in the plural. */
export function wordItems({ object, string, number, boolean }: Omit<Check, "expected">): string {
  const kinds: string[] = [];
  if (object) kinds.push("objects");
  if (string) kinds.push("strings");
  if (number) kinds.push(number.integer ? "integers" : "decimals");
  if (boolean) kinds.push("booleans");
  return kinds.length === 0 ? "values" : joinAlternatives(kinds);
}

/** Words what each kind of a check expects; null is never named, as the provider never does. */
export function wordExpected(check: Omit<Check, "expected">, arrayOf: string): string {
  const alternatives: string[] = [];
  if (check.object) alternatives.push("an object");
  if (check.string && !check.string.enum) alternatives.push("a string");
  if (check.array) alternatives.push(`an array of ${arrayOf}`);
  if (check.number) alternatives.push(check.number.integer ? "an integer" : "a decimal");
  if (check.boolean) alternatives.push("a boolean");
  if (check.string?.enum) {
    const values = joinAlternatives(check.string.enum.map((value) => `'${shorten(value)}'`));
    alternatives.push(check.string.enum.length === 1 ? values : `one of ${values}`);
  }
  const [first = "null", ...others] = alternatives;
  if (others.length === 0) return first;
  return `one of ${joinAlternatives([first, ...others.map((words) => words.replace(/^an? /, ""))])}`;
}

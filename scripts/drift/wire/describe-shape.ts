import type { Json, ObjectPart, Shape } from "./shape.js";

const LONGEST = 100;

/** Says in a few words what a shape takes, such as `array of "a" | "b" or null`. */
export function describeShape(shape: Shape, depth = 0): string {
  if (shape.any) return "any value";
  const kinds: string[] = [];
  const { string, number, boolean, array, objects } = shape;
  if (string) kinds.push(string.open ? "string" : describeValues(string.values));
  if (number)
    kinds.push(number.open ? (number.integer ? "integer" : "number") : describeValues(number.values));
  if (boolean) kinds.push(boolean.length === 2 ? "boolean" : describeValues(boolean));
  if (array) kinds.push(depth > 2 ? "array" : describeArray(describeShape(array.items(), depth + 1)));
  if (objects.length === 1 && objects[0]) kinds.push(describeObject(objects[0], depth));
  else if (objects.length > 1) kinds.push(`one of ${objects.length} objects`);
  if (shape.nullable) kinds.push("null");
  return cutShort(kinds.join(" or ") || "nothing");
}

/** Says what an object looks like: its keys, optional ones with `?`; a map by its values. */
export function describeObject(part: ObjectPart, depth = 0): string {
  const keys = [...part.properties.keys()].map((name) => (part.required.has(name) ? name : `${name}?`));
  if (keys.length > 0) return depth > 1 ? "object" : cutShort(`object {${keys.join(", ")}}`);
  return typeof part.rest === "function" && depth < 2
    ? `map of ${describeShape(part.rest(), depth + 1)}`
    : "object";
}

/** Lists all literal values: `"a" | "b"`. */
export function describeValues(values: readonly Json[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

function describeArray(items: string): string {
  return `array of ${items.includes(" or ") ? `(${items})` : items}`;
}

function cutShort(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}

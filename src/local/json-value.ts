/** An object whose members are not known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Levels of nesting that a count follows; real schemas stay below 20. */
export const MAX_DEPTH = 128;

/** Whether a value is an object that is no array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member if it is a string that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

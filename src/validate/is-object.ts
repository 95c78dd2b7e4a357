/** Whether a value is an object that is no array. Throws for a revoked proxy, as every look at one does. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

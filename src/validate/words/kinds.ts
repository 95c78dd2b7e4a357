/** What a value is, in the words after "but got". */
export function wordKind(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "a string";
    case "boolean":
      return "a boolean";
    case "number":
      if (!Number.isFinite(value)) return String(value);
      return Number.isInteger(value) ? "an integer" : "a decimal number";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "an array" : "an object";
    // No JSON holds these; an undefined member of an array becomes null in it.
    case "undefined":
      return "null";
    default:
      return `a ${typeof value}`;
  }
}

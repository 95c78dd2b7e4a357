/** The message of whatever was thrown, of another realm's errors too. */
export function messageOf(error: unknown): string {
  const message = memberOf(error, "message");
  return message === "" ? String(error) : message;
}

/** The code of a system error, such as ENOENT; empty if it has none. */
export function codeOf(error: unknown): string {
  return memberOf(error, "code");
}

function memberOf(error: unknown, name: "message" | "code"): string {
  if (typeof error !== "object" || error === null) return "";
  const member: unknown = (error as Record<string, unknown>)[name]; // any object may be read this way
  return typeof member === "string" ? member : "";
}

/**
 * Names why a connection failed by its error code, such as `ECONNREFUSED`, which runtimes hide in nested causes.
 * Never gives a message, which may repeat what was sent.
 */
export function describeCause(error: unknown): string {
  let cause = error;
  for (let depth = 0; depth < 5 && typeof cause === "object" && cause !== null; depth++) {
    if ("code" in cause && typeof cause.code === "string" && /^[A-Z][A-Z0-9_]+$/.test(cause.code))
      return cause.code;
    cause = "cause" in cause ? cause.cause : undefined;
  }
  return "no reason given";
}

/**
 * Reads an environment variable where the runtime has them: Workers and browsers have no `process`, and Deno
 * throws when it may not look.
 * @returns The trimmed value; undefined if the variable is not set, blank or out of reach.
 */
export function readEnvironment(name: string): string | undefined {
  try {
    const value = globalThis.process?.env?.[name]?.trim();
    return value === "" ? undefined : value;
  } catch {
    return undefined;
  }
}

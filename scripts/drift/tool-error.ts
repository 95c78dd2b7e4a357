/** A failure that the maintainer can understand and cure: printed as one line, without a stack. */
export class ToolError extends Error {
  override name = "ToolError";
}

/** The first line of whatever was thrown, cut short: no stack ever reaches the terminal. */
export function sayInOneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split("\n").find((part) => part.trim() !== "") ?? "unknown error";
  return line.length > 300 ? `${line.slice(0, 297)}...` : line;
}

/** Runs a command line tool: its number is the exit code, anything thrown is one line on stderr and exit code 2. */
export async function runTool(name: string, run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    const overflow = error instanceof RangeError && /call stack/i.test(error.message);
    console.error(`${name}: ${overflow ? "the document is nested too deeply" : sayInOneLine(error)}`);
    process.exitCode = 2;
  }
}

/** A failure that the maintainer can understand and cure: printed as one line, without a stack. */
export class ToolError extends Error {
  override name = "ToolError";
}

/** The first line of whatever was thrown, cut short: no stack ever reaches the terminal. */
export function sayInOneLine(error: unknown): string {
  const line =
    readMessage(error)
      .split("\n")
      .find((part) => part.trim() !== "") ?? "unknown error";
  return line.length > 300 ? `${line.slice(0, 297)}...` : line;
}

/** The message of whatever was thrown; an error of Node's own core need not be an instance of this realm's Error. */
export function readMessage(error: unknown): string {
  const isObject = typeof error === "object" && error !== null;
  return isObject && "message" in error ? String(error.message) : String(error);
}

/** Runs a command line tool: its number is the exit code, anything thrown is one line on stderr and exit code 2. */
export async function runTool(name: string, run: () => Promise<number>): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe: no reason to fail.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
  try {
    process.exitCode = await run();
  } catch (error) {
    const overflow = error instanceof RangeError && /call stack/i.test(error.message);
    console.error(`${name}: ${overflow ? "the document is nested too deeply" : sayInOneLine(error)}`);
    process.exitCode = 2;
  }
}

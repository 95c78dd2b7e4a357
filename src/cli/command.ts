import type { Terminal } from "./terminal.js";

/** How a run ended: 0 well, 1 with a bad body or a refused count, 2 with wrong usage or an unreadable file. */
export type ExitCode = 0 | 1 | 2;

/** One command of the program. */
export interface Command {
  /** What it does, in one line for the overview. */
  summary: string;
  /** Its help: usage, options, examples, exit codes. */
  help: string;
  /**
   * Runs it with the arguments after its name.
   * @throws {UsageError} when the arguments make no sense
   */
  run(args: string[], terminal: Terminal): Promise<ExitCode>;
}

/** Thrown when a command is called in a way that it does not know. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

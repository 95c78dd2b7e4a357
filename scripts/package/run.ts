import { execFile } from "node:child_process";
import { basename } from "node:path";
import { childEnvironment } from "./child-environment.js";

const MOST_LINES = 60;

/** Where and with what a command runs. */
export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
  /** What the command reads from its standard input. */
  input?: string;
  /** After how many milliseconds it is killed; ten minutes unless told. */
  timeout?: number;
}

/** Says which command failed, where, and what it printed last. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    command: string,
    args: readonly string[],
    cwd: string,
    reason: string,
    /** All that it printed. */
    readonly output: string,
  ) {
    const lines = output.trim().split("\n");
    const shown = lines.slice(-MOST_LINES).join("\n");
    super(`\`${[basename(command), ...args].join(" ")}\` in ${cwd}: ${reason}\n${shown}`);
  }
}

/**
 * Runs a command and gives its standard output.
 * @throws {CommandError} when it fails, cannot be started or takes too long
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const { cwd, env = {}, input = "", timeout = 600_000 } = options;
  return new Promise((resolve, reject) => {
    const settings = { cwd, env: childEnvironment(env), timeout, maxBuffer: 64_000_000 };
    const child = execFile(command, [...args], settings, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const reason = error.killed ? `no end after ${timeout} ms` : `exit ${error.code ?? error.signal}`;
      reject(new CommandError(command, args, cwd, reason, `${stdout}\n${withoutWarnings(stderr)}`));
    });
    child.stdin?.on("error", () => undefined).end(input); // a command that reads nothing may be gone already
  });
}

function withoutWarnings(text: string): string {
  return text.replaceAll(/^npm warn .*\n?/gm, "");
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { childEnvironment } from "../package/child-environment.js";

const execute = promisify(execFile);

/** What a command left behind. */
export interface CommandResult {
  ok: boolean;
  stdout: string;
  /** Both outputs, line by line, without npm's own warnings. */
  lines: string[];
}

/** Runs a command in the package's folder; a failing command is a result, not an exception. */
export async function runCommand(command: string, args: readonly string[]): Promise<CommandResult> {
  const options = { env: childEnvironment(), maxBuffer: 64_000_000 };
  const done = await execute(command, [...args], options).then(
    (output) => ({ ok: true, ...output }),
    (error: { stdout?: string; stderr?: string; message: string }) => ({
      ok: false,
      stdout: error.stdout ?? "",
      stderr: error.stderr ?? error.message,
    }),
  );
  const lines = `${done.stdout}\n${done.stderr}`
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^npm warn/.test(line));
  return { ok: done.ok, stdout: done.stdout, lines };
}

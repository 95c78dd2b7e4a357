import { parseArgs } from "node:util";
import { formatTable } from "../table.js";
import { toSkipName, type Runtime, type Trial } from "./runtime.js";
import { tryRuntime, type Result } from "./try-runtime.js";

/** Where the lines of a run go. */
export interface Output {
  /** The table. */
  print: (text: string) => void;
  /** What is wrong. */
  complain: (text: string) => void;
}

/**
 * Tries one runtime after the other and prints the table.
 * @returns the exit code: 1 when one fails or is missing and not named in `--skip`, 2 for a wrong name
 */
export async function runRuntimes(
  args: readonly string[],
  runtimes: readonly Runtime[],
  trial: Trial,
  { print, complain }: Output,
): Promise<number> {
  const skip = readSkip(args);
  const names = runtimes.map(toSkipName);
  const unknown = skip.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    complain(`--skip knows no ${unknown.join(", ")}; there are ${names.join(", ")}.`);
    return 2;
  }
  const results: Result[] = [];
  for (const runtime of runtimes) {
    const skipped: Result = { name: runtime.name, version: "", verdict: "skipped", reason: "" };
    results.push(skip.includes(toSkipName(runtime)) ? skipped : await tryRuntime(runtime, trial));
  }
  print(formatTable(["runtime", "version", "validates, counts, serves"], results.map(toRow)));
  for (const { name, verdict, reason } of results) {
    if (verdict === "missing") {
      complain(`\n${name} is missing: ${reason} To go without it: --skip ${toSkipName({ name })}`);
    }
    if (verdict === "FAILS") complain(`\n${name} fails: ${reason}`);
  }
  return results.some(({ verdict }) => verdict === "FAILS" || verdict === "missing") ? 1 : 0;
}

function readSkip(args: readonly string[]): string[] {
  const { values } = parseArgs({
    args: [...args],
    options: { skip: { type: "string", multiple: true, default: [] } },
  });
  return values.skip.flatMap((names) => names.split(",")).map((name) => name.trim().toLowerCase());
}

function toRow({ name, version, verdict }: Result): string[] {
  return [name, version, verdict];
}

import { sayInOneLine } from "../drift/tool-error.js";
import type { Check, Verdict } from "./check.js";

const MOST_DETAILS = 20;

/**
 * Runs the checks one after the other and prints each as one line; the details of failed ones come last.
 * @returns the exit code: 0 when all are well, 1 otherwise
 */
export async function runChecks(checks: readonly Check[], print: (text: string) => void): Promise<number> {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const failed: { name: string; verdict: Verdict }[] = [];
  for (const { name, run } of checks) {
    const verdict = await run().catch((error: unknown): Verdict => ({
      ok: false,
      line: sayInOneLine(error),
    }));
    print(`${verdict.ok ? "ok  " : "FAIL"}  ${name.padEnd(width)}  ${verdict.line}`);
    if (!verdict.ok) failed.push({ name, verdict });
  }
  for (const { name, verdict } of failed) {
    const details = verdict.details ?? [];
    if (details.length === 0) continue;
    print(`\n${name}:`);
    for (const line of details.slice(0, MOST_DETAILS)) print(`  ${line}`);
    if (details.length > MOST_DETAILS) print(`  and ${details.length - MOST_DETAILS} more lines`);
  }
  return failed.length > 0 ? 1 : 0;
}

import type { Verdict } from "./check.js";
import { runCommand } from "./run-command.js";

/** Checks the size of what users load, against the limits of scripts/package/sizes.ts. */
export async function checkSize(): Promise<Verdict> {
  const { ok, lines } = await runCommand("npm", ["run", "--silent", "size"]);
  return ok
    ? { ok, line: lines.at(-1)?.trim() ?? "within bounds" }
    : { ok, line: "npm run size failed", details: lines };
}

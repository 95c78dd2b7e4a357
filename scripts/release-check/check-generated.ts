import type { Verdict } from "./check.js";
import { runCommand } from "./run-command.js";

/** Checks that generated/ is what the fragment makes. */
export async function checkGenerated(): Promise<Verdict> {
  const { ok, lines } = await runCommand(process.execPath, [
    "--import",
    "tsx",
    "scripts/generate.ts",
    "--check",
  ]);
  if (ok) return { ok, line: "generated/ is what openapi/ makes" };
  const words = lines.filter((line) => !/^\s+at |^node:|^\s*\^\s*$/.test(line));
  return { ok, line: "generated/ is not what openapi/ makes: run npm run generate", details: words };
}

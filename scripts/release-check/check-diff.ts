import { runDiff } from "../diff/run-diff.js";
import type { Verdict } from "./check.js";

/** Checks that the version's step since the last release is large enough for what changed. */
export async function checkDiff(): Promise<Verdict> {
  const texts: string[] = [];
  const code = await runDiff([], (text) => texts.push(text));
  const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line.trim() !== "");
  const verdict = lines.at(-1) ?? "";
  return code === 0 ? { ok: true, line: verdict } : { ok: false, line: verdict, details: lines.slice(0, -1) };
}

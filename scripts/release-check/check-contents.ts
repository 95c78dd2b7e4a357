import { stat } from "node:fs/promises";
import { pack } from "../package/pack.js";
import type { Manifest, Verdict } from "./check.js";

const ALWAYS = ["package.json", "README.md", "LICENSE", "CHANGELOG.md"];
const NEVER = /^(test|scripts|openapi|src|bench|coverage|node_modules|\.ci|\.cache|generated\/released)\//;

/** Checks what would be published: every file that package.json names is packed, nothing of the workshop is. */
export async function checkContents(manifest: Manifest): Promise<Verdict> {
  const { tarball, files } = await pack();
  const { size } = await stat(tarball);
  return judgeContents(manifest, files, `${Math.round(size / 1000)} kB packed`);
}

/** Judges a list of packed files. */
export function judgeContents(manifest: Manifest, files: readonly string[], size: string): Verdict {
  const named = listTargets([manifest.main, manifest.types, manifest.exports, manifest.bin]);
  const missing = [...new Set([...ALWAYS, ...named])].filter((path) => !isPacked(path, files));
  const unwanted = files.filter((path) => NEVER.test(path));
  const details = [
    ...missing.map((path) => `not packed: ${path}`),
    ...unwanted.map((path) => `must not be packed: ${path}`),
  ];
  if (manifest.exports === undefined) details.unshift('package.json has no "exports"');
  if (details.length > 0) return { ok: false, line: details[0] ?? "", details: details.slice(1) };
  return { ok: true, line: `${files.length} files, ${size}` };
}

/** Collects the files that package.json points at, however deep the conditions are nested. */
function listTargets(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value.replace(/^\.\//, "")];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(listTargets);
}

function isPacked(path: string, files: readonly string[]): boolean {
  if (!path.includes("*")) return files.includes(path);
  const [before = "", after = ""] = path.split("*");
  return files.some((file) => file.startsWith(before) && file.endsWith(after));
}

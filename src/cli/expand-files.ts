import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isPattern, type PatternStep, splitPattern } from "./file-pattern.js";

/**
 * Turns arguments into file names: a pattern (`*`, `?`, `**`, `{a,b}`) into the files it matches, in order of name;
 * anything else, `-` included, stays as it is. For shells and scripts that do not expand patterns themselves.
 * @returns the names, and those patterns that match no file
 */
export async function expandFiles(
  args: readonly string[],
): Promise<{ files: string[]; unmatched: string[] }> {
  const files = new Set<string>();
  const unmatched: string[] = [];
  for (const arg of args) {
    if (!isPattern(arg)) {
      files.add(arg);
      continue;
    }
    const found: string[] = [];
    for (const { root, steps } of splitPattern(arg)) await collect(root, steps, found);
    if (found.length === 0) unmatched.push(arg);
    for (const file of found.sort()) files.add(file);
  }
  return { files: [...files], unmatched };
}

async function collect(folder: string, steps: readonly PatternStep[], found: string[]): Promise<void> {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  if (step === "**") await collect(folder, rest, found);
  for (const entry of await listFolder(folder)) {
    const path = join(folder, entry.name);
    if (step === "**") {
      const skipped = entry.name.startsWith(".") || entry.name === "node_modules";
      if (entry.isDirectory() && !skipped) await collect(path, steps, found);
    } else if (step.test(entry.name)) {
      if (rest.length > 0) await collect(path, rest, found);
      else if (!entry.isDirectory()) found.push(path);
    }
  }
}

/** The entries of a folder; none where it cannot be read, as a pattern that leads nowhere matches nothing. */
async function listFolder(folder: string) {
  return readdir(folder || ".", { withFileTypes: true }).catch(() => []);
}

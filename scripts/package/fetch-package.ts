import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CACHE } from "./root.js";
import { run } from "./run.js";

const ARGUMENTS = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"];

/**
 * Installs packages of npm into a folder of the cache, unless they are there already; their scripts do not run.
 * @returns the folder
 * @throws {Error} when npm cannot install them
 */
export async function fetchPackages(
  kind: string,
  name: string,
  packages: readonly string[],
): Promise<string> {
  const folder = join(CACHE, kind, name);
  const marker = join(folder, "installed.txt");
  const wanted = packages.join("\n");
  if ((await readFile(marker, "utf8").catch(() => "")) === wanted) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  await run("npm", [...ARGUMENTS, ...packages], { cwd: folder });
  await writeFile(marker, wanted);
  return folder;
}

import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The requests that are counted when no file is named; they lie beside this file, in src/ as in dist/. */
const FOLDER = fileURLToPath(new URL("./examples/", import.meta.url));

/** Lists the bundled example requests, as paths from here, in order of name. */
export async function listExamples(): Promise<string[]> {
  const names = await readdir(FOLDER);
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => relative("", join(FOLDER, name)));
}

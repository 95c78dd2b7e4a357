import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A file that somebody wrote, by its path from the root of the repository. */
export interface Authored {
  path: string;
  text: string;
}

const WRITTEN = /\.(?:ts|tsx|js|mjs|cjs|ya?ml)$/;

/** The code and YAML in folders of the repository; JSON is data. */
export function listAuthored(...folders: string[]): Authored[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && WRITTEN.test(entry.name))
      .map((entry) => relative(process.cwd(), join(entry.parentPath ?? entry.path, entry.name)))
      .sort()
      .map((path) => ({ path, text: readFileSync(path, "utf8") })),
  );
}

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "./problem.js";

export interface SourceFile {
  /** Absolute path. */
  path: string;
  text: string;
}

/** Where the authored fragment is. */
export const FRAGMENT = fileURLToPath(new URL("../../openapi/", import.meta.url));

/** Reads every YAML file of the fragment, in an order that does not depend on the file system. */
export async function readFragment(folder = FRAGMENT): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, "utf8") })));
}

/** A hash of the fragment's content, for the banner of what is made from it. */
export function hashFragment(files: SourceFile[], folder = FRAGMENT): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(`${relative(folder, path)}\0${text}\0`);
  return hash.digest("hex").slice(0, 16);
}

/** Where a schema is written, by the name of a place in it: `Owner` or `Owner_property`. */
export function locateSchema(files: SourceFile[], place: string): Omit<Problem, "message"> {
  const [name = place] = place.split("_");
  for (const { path, text } of files) {
    const line = text.split("\n").findIndex((content) => content.startsWith(`${name}:`));
    if (line !== -1) return { file: path, line: line + 1, column: 1 };
  }
  return { file: FRAGMENT, line: 1, column: 1 };
}

/**
 * Finds schemas that nobody uses and names that stand twice. Redocly sees only what a reference leads to, so
 * this looks at the files themselves.
 */
export function findStraySchemas(files: SourceFile[], used: Set<string>): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, string>();
  for (const { path, text } of files.filter((file) => file.path.includes("/components/schemas/"))) {
    for (const [index, content] of text.split("\n").entries()) {
      const name = /^(\w+):/.exec(content)?.[1];
      if (!name) continue;
      const place = { file: path, line: index + 1, column: 1 };
      const other = first.get(name);
      if (other)
        problems.push({
          ...place,
          message: `The schema ${name} stands in ${other} too; give one of them another name.`,
        });
      else if (!used.has(name))
        problems.push({
          ...place,
          message: `Nothing refers to the schema ${name}; refer to it or delete it.`,
        });
      first.set(name, relative(process.cwd(), path));
    }
  }
  return problems;
}

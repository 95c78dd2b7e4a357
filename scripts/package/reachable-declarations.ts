import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import ts from "typescript";

/** Lists the declaration files that can be reached from these, themselves included. */
export async function listReachable(entries: readonly string[]): Promise<Set<string>> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const name of await listImports(file)) {
      if (name.startsWith(".")) waiting.push(declarationOf(file, name));
    }
  }
  return reached;
}

/** Lists the modules that a declaration file names. */
export async function listImports(file: string): Promise<string[]> {
  const { importedFiles } = ts.preProcessFile(await readFile(file, "utf8"));
  return importedFiles.map(({ fileName }) => fileName);
}

/** The declaration file that a relative import of another one means. */
function declarationOf(file: string, name: string): string {
  return join(dirname(file), name.replace(/\.js$/, ".d.ts"));
}

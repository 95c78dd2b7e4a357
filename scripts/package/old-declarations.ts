import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { declarationOf, listImports } from "./reachable-declarations.js";
import { VENDORED, vendorTypes } from "./vendor-types.js";

/** What the names of declarations for TypeScript before 5.4 end in; package.json's `types@<5.4` names them. */
const SUFFIX = ".before-5.4";

/**
 * Writes, beside each of these declaration files that leads to openapi-fetch's, a second one that leads to the mended
 * copy. Newer compilers never see it: to them `client.raw` is openapi-fetch's own `Client`.
 * @returns the files written
 */
export async function writeOldDeclarations(types: string, files: Iterable<string>): Promise<string[]> {
  await vendorTypes(types);
  const affected = await listLeadingTo("openapi-fetch", [...files]);
  const written = [];
  for (const file of affected) {
    let text = await readFile(file, "utf8");
    for (const name of await listImports(file)) {
      const target =
        name === "openapi-fetch" ? toVendored(types, file) : name.replace(/\.js$/, `${SUFFIX}.js`);
      const leads = name === "openapi-fetch" || affected.has(declarationOf(file, name));
      if (leads) text = text.replaceAll(`"${name}"`, `"${target}"`);
    }
    const path = file.replace(/\.d\.ts$/, `${SUFFIX}.d.ts`);
    await writeFile(path, text);
    written.push(path);
  }
  return written;
}

/** Those of the files that import a package, or one of the files that do. */
async function listLeadingTo(name: string, files: readonly string[]): Promise<Set<string>> {
  const imports = await Promise.all(files.map(listImports));
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    files.forEach((file, index) => {
      const leads = (imports[index] ?? []).some(
        (other) => other === name || found.has(declarationOf(file, other)),
      );
      if (leads) found.add(file);
    });
  }
  return found;
}

function toVendored(types: string, from: string): string {
  return relative(dirname(from), join(types, VENDORED)).replace(/\.d\.ts$/, ".js");
}

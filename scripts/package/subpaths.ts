import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.js";

/** What the scripts read of package.json. */
interface Manifest {
  name: string;
  exports: Record<string, string | object>;
}

const { name, exports } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;

/** The package's name. */
export const NAME = name;

/** The specifiers of all code that the package exports: `input-tokens-contract/validate` and its like. */
export const MODULES = listSpecifiers((target) => typeof target === "object");

/** The specifiers of the documents: `input-tokens-contract/openapi.json` and its like. */
export const DOCUMENTS = listSpecifiers((target) => typeof target === "string");

function listSpecifiers(matches: (target: string | object) => boolean): string[] {
  return Object.entries(exports)
    .filter(([, target]) => matches(target))
    .map(([subpath]) => `${name}${subpath.slice(1)}`);
}

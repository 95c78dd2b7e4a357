import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./root.js";

/** Where the mended copy is, from the folder of the declarations. */
export const VENDORED = "vendor/openapi-fetch.d.ts";

/**
 * TypeScript before 5.4 does not let this `unknown` stand where an object is asked for, and refuses openapi-fetch's
 * declarations where `skipLibCheck` is off. It stands for operations without responses, of which there are none.
 */
const REFUSED =
  /(?<=type ResponseObjectMap<T> = T extends \{\s+responses: any;\s+\} \? T\["responses"\] : )unknown/g;

/**
 * Puts a mended copy of openapi-fetch's declarations beside ours.
 * @throws {Error} when they no longer hold what is to be mended
 */
export async function vendorTypes(types: string): Promise<void> {
  await mkdir(join(types, "vendor"), { recursive: true });
  let mended = false;
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    const folder = join(ROOT, "node_modules", name);
    const licence = await readFile(join(folder, "LICENSE"), "utf8");
    const text = (await readFile(join(folder, "dist/index.d.mts"), "utf8")).replaceAll(REFUSED, () => {
      mended = true;
      return "Record<string | number, any>";
    });
    const banner = `/*! The declarations of ${name}, for TypeScript before 5.4.\n\n${licence.trim()}\n*/\n`;
    const body = text.replaceAll(/(?<=from )'(openapi-[\w-]+)'/g, '"./$1.js"');
    await writeFile(join(types, "vendor", `${name}.d.ts`), banner + body);
  }
  if (!mended) {
    throw new Error(
      "The declarations of openapi-fetch have changed and were not mended: see whether TypeScript 5.0 takes " +
        "them as they are (npm run test:types), and bring vendor-types.ts up to date.",
    );
  }
}

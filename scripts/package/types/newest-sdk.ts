import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fetchPackage } from "../../drift/source/fetch-package.js";
import { CACHE } from "../root.js";
import { findFaults } from "./find-faults.js";

/** The newest version of the provider's SDK that our types are held to. */
const NEWEST = "openai@7.57.0";

/**
 * Compiles the type tests that say how our types and the newest SDK's fit. It needs a later Node than this package,
 * so it is no dependency but fetched into the cache.
 * @returns what does not compile, one line a fault
 */
export async function compareNewestSdk(): Promise<string[]> {
  const { folder } = await fetchPackage(NEWEST, join(CACHE, "sdk"));
  const own = await readdir("test/types/newest");
  const files = ["test/types/sdk.types.ts", ...own.map((file) => join("test/types/newest", file))];
  return findFaults(files, { "openai/*": [join(resolve(folder), "*.d.ts")] });
}

import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where the scripts keep what they can make or fetch again; git does not see it. */
export const CACHE = join(ROOT, ".cache");

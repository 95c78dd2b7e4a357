import { bundle } from "./bundle.js";
import { NAME } from "./subpaths.js";

/** What users load, and how many bytes of it they may get, minified and gzipped: the one place of these limits. */
const LIMITS: { load: string; from: string; limit: number }[] = [
  { load: "validateRequest", from: `${NAME}/validate`, limit: 20_000 }, // the target of design.md
  { load: "isRequest", from: `${NAME}/validate`, limit: 20_000 },
  { load: "createClient", from: `${NAME}/client`, limit: 27_000 },
  { load: "createHandler", from: `${NAME}/gateway`, limit: 24_000 },
  { load: "createLocalCounter", from: `${NAME}/local`, limit: 14_000 },
];

/** One measured bundle. */
export interface Size {
  load: string;
  from: string;
  /** Bytes, minified and gzipped. */
  size: number;
  limit: number;
}

/** Bundles each of the package's functions from a folder where it is installed. */
export function measureSizes(folder: string): Promise<Size[]> {
  return Promise.all(
    LIMITS.map(async ({ load, from, limit }) => {
      const { size } = await bundle(folder, `export { ${load} } from "${from}";`);
      return { load, from, size, limit };
    }),
  );
}

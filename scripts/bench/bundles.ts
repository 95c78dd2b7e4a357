import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../package/bundle.js";
import { childEnvironment } from "../package/child-environment.js";
import { median } from "./measure.js";

/** A bundle that exports one validator of the request, and what it costs before the first call. */
export interface BundleFigure {
  name: string;
  /** Bytes, minified and gzipped. */
  size: number;
  /** Time of a fresh process that imports it, over one that imports an empty module. */
  start: number;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(ROOT, ".cache/bench");
const SCHEMA = 'import schema from "./generated/schema.json" with { type: "json" };';

const SOURCES: Record<string, string> = {
  empty: "export {};",
  validateRequest: 'export { validateRequest } from "./src/validate/index.js";',
  "stock ajv": `import { Ajv2020 } from "ajv/dist/2020.js"; import formats from "ajv-formats"; ${SCHEMA}
    const ajv = new Ajv2020({ strict: false }); (formats.default ?? formats)(ajv); export const validate = ajv.compile(schema);`,
  TypeBox: `import { Compile } from "typebox/schema"; ${SCHEMA} export const validate = Compile(schema);`,
  "zod 4": `import { z } from "zod"; ${SCHEMA} export const validate = z.fromJSONSchema(JSON.parse(JSON.stringify(schema), (key, value) => (key === "not" ? undefined : value)));`,
};

const ROUNDS = 15;

/** Bundles each validator and starts each bundle in fresh processes, in turn. */
export async function measureBundles(): Promise<BundleFigure[]> {
  await mkdir(CACHE, { recursive: true });
  const files = new Map<string, { file: string; size: number; times: number[] }>();
  for (const [name, contents] of Object.entries(SOURCES)) {
    const file = join(CACHE, `${name.replace(/\W/g, "-")}.mjs`);
    const { text, size } = await bundle(ROOT, contents);
    await writeFile(file, text);
    files.set(name, { file, size, times: [] });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { file, times } of files.values()) {
      const start = performance.now();
      execFileSync(process.execPath, [file], { env: childEnvironment() });
      times.push(performance.now() - start);
    }
  }
  const empty = median(files.get("empty")?.times ?? []);
  return [...files]
    .filter(([name]) => name !== "empty")
    .map(([name, { size, times }]) => ({ name, size, start: median(times) / empty }));
}

import { build, transform } from "esbuild";
import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { childEnvironment } from "./package/child-environment.js";
import { collectLicences } from "./package/licences.js";
import { listReachable } from "./package/reachable-declarations.js";

const { values } = parseArgs({ options: { out: { type: "string", default: "dist" } } });
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DIST = resolve(ROOT, values.out);

/** What package.json's exports name; each is a file of its own, with shared parts in chunks. */
const ENTRIES = [
  "index",
  "types",
  "validate/index",
  "client/index",
  "local/index",
  "gateway/index",
  "gateway/express",
  "gateway/fastify",
  "gateway/hono",
  "gateway/node",
  "sdk/index",
  "constants",
];

/** Bundles the entries as ES modules, then writes the same files as CommonJS. */
async function buildLibrary(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ENTRIES.map((entry) => join(ROOT, "src", `${entry}.ts`)),
    outdir: join(DIST, "esm"),
    outbase: join(ROOT, "src"),
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    target: "es2022",
    platform: "neutral",
    write: false,
  });
  for (const { path, text } of outputFiles) {
    await write(path, text);
    const { code } = await transform(text, { format: "cjs", target: "es2022", platform: "node" });
    await write(join(DIST, "cjs", relative(join(DIST, "esm"), path)), code);
  }
  await write(join(DIST, "cjs/package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
}

/**
 * The command line brings all it needs, its YAML parser and its tokenizer too, so that `npx` needs no second
 * install; an encoding is a file of its own, read only when something is counted here.
 */
async function buildCommand(): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    metafile: true,
    entryPoints: [join(ROOT, "src/cli/main.ts")],
    outdir: join(DIST, "cli"),
    bundle: true,
    splitting: true,
    chunkNames: "[name]-[hash]",
    // An encoding has 200,000 entries: a line for each would make half of the package white space.
    minifyWhitespace: true,
    charset: "utf8",
    format: "esm",
    target: "node20",
    platform: "node",
    // The YAML parser is CommonJS and requires modules of Node's.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  await write(join(DIST, "cli/LICENSES.txt"), await collectLicences(ROOT, metafile));
  await cp(join(ROOT, "src/cli/examples"), join(DIST, "cli/examples"), { recursive: true });
}

/**
 * Declarations for both module kinds; TypeScript reads the kind from the nearest package.json.
 * Those that no entry leads to stay out.
 */
async function buildTypes(): Promise<void> {
  const out = join(DIST, "esm/types");
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", join(ROOT, "scripts/build.tsconfig.json"), "--outDir", out], {
    env: childEnvironment(),
    stdio: "inherit",
  });
  for (const name of ["validators.d.ts", "schemas.d.ts"])
    await cp(join(ROOT, "generated", name), join(out, "generated", name));
  const entries = ENTRIES.map((entry) => join(out, "src", `${entry}.d.ts`));
  const reachable = await listReachable(entries);
  for (const name of await readdir(out, { recursive: true })) {
    const file = join(out, name);
    if (name.endsWith(".d.ts") && !reachable.has(file)) await rm(file);
  }
  await cp(out, join(DIST, "cjs/types"), { recursive: true });
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

await rm(DIST, { recursive: true, force: true });
await Promise.all([buildLibrary(), buildCommand(), buildTypes()]);
const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as { version: string };
console.log(`Built version ${version} into ${values.out}/.`);

import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { hashFiles } from "./hash-files.js";
import { CACHE, ROOT } from "./root.js";
import { run } from "./run.js";

/** All that decides what is packed. */
const SOURCES = ["src", "generated", "scripts/build.ts", "scripts/build.tsconfig.json", "scripts/package"];
const MANIFESTS = ["package.json", "package-lock.json", "tsconfig.json"];
const BESIDE = ["README.md", "LICENSE", "CHANGELOG.md"];

const FOLDER = join(CACHE, "package");
const KEEP_MS = 3_600_000;

/** A packed package. */
export interface Packed {
  /** The path of the `.tgz`. */
  tarball: string;
  /** What it holds, as paths from its root. */
  files: string[];
}

/**
 * Builds and packs the package, outside `dist/` and once per state of the sources, so that tests in several
 * processes neither wait for each other nor build it twice.
 */
export async function pack(): Promise<Packed> {
  const key = await hashFiles(ROOT, [...SOURCES, ...MANIFESTS, ...BESIDE]);
  const folder = join(FOLDER, key);
  if (!(await exists(folder))) await build(folder);
  const [tarball = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
  const files = await readdir(join(folder, "package"), { recursive: true, withFileTypes: true });
  return {
    tarball: join(folder, tarball),
    files: files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(join(folder, "package").length + 1))
      .sort(),
  };
}

/** Does all the work in a folder of its own, which then takes its name at once; a faster process wins. */
async function build(folder: string): Promise<void> {
  await removeOld();
  await mkdir(FOLDER, { recursive: true });
  const staging = await mkdtemp(join(FOLDER, "staging-"));
  const source = join(staging, "source");
  for (const name of ["package.json", ...BESIDE, "generated"]) {
    await cp(join(ROOT, name), join(source, name), { recursive: true });
  }
  const script = join(ROOT, "scripts/build.ts");
  await run(process.execPath, ["--import", "tsx", script, "--out", join(source, "dist")], { cwd: ROOT });
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", staging], { cwd: source });
  const [tarball = ""] = (await readdir(staging)).filter((name) => name.endsWith(".tgz"));
  await run("tar", ["-xzf", tarball], { cwd: staging });
  await rm(source, { recursive: true });
  await rename(staging, folder).catch((error: unknown) =>
    exists(folder).then((won) => {
      if (!won) throw error;
      return rm(staging, { recursive: true });
    }),
  );
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(FOLDER).catch(() => [])) {
    const { mtimeMs } = await stat(join(FOLDER, name)).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > KEEP_MS) await rm(join(FOLDER, name), { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

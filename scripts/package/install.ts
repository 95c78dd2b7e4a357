import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "./root.js";
import { run } from "./run.js";

/** A project of a user's, outside the repository, with the tarball installed by npm. */
export interface Project {
  folder: string;
  /** Writes a file and gives its path. */
  write(name: string, text: string): Promise<string>;
  remove(): Promise<void>;
}

/** What a project is given beside the package. */
export interface InstallOptions {
  /** Optional peers and types, linked from the repository's own dependencies. */
  link?: readonly string[];
  /** Whose package.json npm is to install into; a new empty one unless told. */
  folder?: string;
}

const ARGUMENTS = ["install", "--offline", "--install-links", "--ignore-scripts", "--no-audit", "--no-fund"];

/**
 * Installs the tarball. Nothing comes from the network: what the package depends on is packed from the
 * repository's own dependencies.
 */
export async function install(tarball: string, options: InstallOptions = {}): Promise<Project> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "input-tokens-package-")));
  const project: Project = {
    folder,
    async write(name, text) {
      const file = join(folder, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      return file;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  if (options.folder) await installInto(folder, tarball);
  else await copyInstalled(folder, tarball);
  for (const name of options.link ?? []) {
    const target = join(folder, "node_modules", name);
    await mkdir(dirname(target), { recursive: true });
    await symlink(join(ROOT, "node_modules", name), target);
  }
  return project;
}

/** Copies what npm has installed once for this tarball: a copy takes a hundredth of the time. */
async function copyInstalled(folder: string, tarball: string): Promise<void> {
  const installed = join(dirname(tarball), "installed");
  if (!(await stat(installed).catch(() => undefined))) {
    const staging = await mkdtemp(join(tmpdir(), "input-tokens-install-"));
    await writeFile(join(staging, "package.json"), '{ "name": "user", "private": true }\n');
    await installInto(staging, tarball);
    const own = `${installed}-${process.pid}`;
    await cp(staging, own, { recursive: true, verbatimSymlinks: true });
    await rm(staging, { recursive: true });
    await rename(own, installed).catch(() => rm(own, { recursive: true })); // another process was faster
  }
  await cp(installed, folder, { recursive: true, verbatimSymlinks: true });
}

async function installInto(folder: string, tarball: string): Promise<void> {
  await run("npm", [...ARGUMENTS, tarball, ...(await listDependencies(ROOT))], { cwd: folder });
}

/** The folders of the dependencies of a package, and of theirs. */
async function listDependencies(folder: string): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  };
  const direct = Object.keys(manifest.dependencies ?? {}).map((name) => join(ROOT, "node_modules", name));
  const deeper = await Promise.all(direct.map(listDependencies));
  return [...new Set([...direct, ...deeper.flat()])];
}

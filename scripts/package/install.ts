import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
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
  if (!options.folder) await project.write("package.json", '{ "name": "user", "private": true }\n');
  await run("npm", [...ARGUMENTS, tarball, ...(await listDependencies(ROOT))], { cwd: folder });
  for (const name of options.link ?? []) {
    const target = join(folder, "node_modules", name);
    await mkdir(dirname(target), { recursive: true });
    await symlink(join(ROOT, "node_modules", name), target);
  }
  return project;
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

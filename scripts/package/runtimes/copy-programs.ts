import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Project } from "../install.js";
import { ROOT } from "../root.js";

const PROGRAMS = join(ROOT, "test/package/runtimes");

/** Copies the users' code of test/package/runtimes into a project. */
export async function copyPrograms(project: Project): Promise<void> {
  for (const name of await readdir(PROGRAMS)) {
    if (name.endsWith(".mjs")) await project.write(name, await readFile(join(PROGRAMS, name), "utf8"));
  }
}

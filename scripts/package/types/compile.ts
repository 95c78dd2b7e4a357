import { join } from "node:path";
import type { Project } from "../install.js";
import { CommandError, run } from "../run.js";

export type Resolution = "nodenext" | "bundler";

/** What is compiled, and how. */
export interface Compilation {
  /** A folder in whose node_modules TypeScript is. */
  compiler: string;
  resolution: Resolution;
  files: readonly string[];
  lib: readonly string[];
  types: readonly string[];
}

const MODULE: Record<Resolution, string> = { nodenext: "nodenext", bundler: "esnext" };

let count = 0;

/** Compiles files of a project in strict mode, all declarations included; gives the faults, one a line. */
export async function compile(project: Project, compilation: Compilation): Promise<string[]> {
  const { compiler, resolution, files, lib, types } = compilation;
  count += 1;
  const config = await project.write(
    `tsconfig.${count}.json`,
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        esModuleInterop: true,
        resolveJsonModule: true,
        target: "es2022",
        module: MODULE[resolution],
        moduleResolution: resolution,
        lib,
        types,
      },
      files,
    }),
  );
  const tsc = join(compiler, "node_modules/typescript/bin/tsc");
  try {
    await run(process.execPath, [tsc, "-p", config, "--pretty", "false"], { cwd: project.folder });
    return [];
  } catch (error) {
    const faults = error instanceof CommandError ? error.output.match(/^\S.*error TS\d+: .*$/gm) : null;
    if (!faults) throw error;
    return faults;
  }
}

import { cp, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchPackages } from "../package/fetch-package.js";
import { CACHE, ROOT } from "../package/root.js";
import { CommandError, run } from "../package/run.js";
import { MissingToolError, type Outcome, type Tool } from "./tool.js";

const PROGRAMS = fileURLToPath(new URL("programs/", import.meta.url));

/**
 * Fetches a tool into the cache, unless it is there, and gives it a document of ours and the bodies.
 * @param bodies the path of the file that holds them
 * @throws {MissingToolError} when the tool is not there and cannot be had
 */
export async function runTool(tool: Tool, bodies: string): Promise<Outcome> {
  const { packages, program, argument, reads } = tool;
  const folder = packages.length > 0 ? await fetchOrMiss(packages) : join(CACHE, "ecosystem", program);
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(PROGRAMS)) await cp(join(PROGRAMS, name), join(folder, name));
  const args = [
    program,
    join(ROOT, "generated", reads),
    bodies,
    ...(argument === undefined ? [] : [argument]),
  ];
  try {
    const printed = await run(await findInterpreter(tool), args, { cwd: folder });
    // The last line is the program's own.
    return JSON.parse(printed.trimEnd().split("\n").at(-1) ?? "") as Outcome;
  } catch (error) {
    const why = error instanceof CommandError ? /^MISSING: (.*)$/m.exec(error.output)?.[1] : undefined;
    throw why === undefined ? error : new MissingToolError(why, { cause: error });
  }
}

async function findInterpreter({ program, node }: Tool): Promise<string> {
  if (program.endsWith(".py")) {
    await run("python3", ["--version"], { cwd: ROOT }).catch((error: unknown) => {
      throw new MissingToolError("There is no python3 on this machine.", { cause: error });
    });
    return "python3";
  }
  if (node === undefined) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  return join(await fetchOrMiss([`${name}@${node}`]), "node_modules", name, "bin/node");
}

/** In a folder of the cache that is called after the first of them. */
async function fetchOrMiss(packages: readonly string[]): Promise<string> {
  const name = (packages[0] ?? "").replaceAll("/", "+");
  return fetchPackages("ecosystem", name, packages).catch((error: unknown) => {
    throw new MissingToolError(`npm does not give ${packages.join(" and ")}.`, { cause: error });
  });
}

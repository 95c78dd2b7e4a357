import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { childEnvironment } from "../../package/child-environment.js";
import { ToolError } from "../tool-error.js";

const run = promisify(execFile);
const TIMEOUT_MILLISECONDS = 180_000;

/** A package on this machine. */
export interface FetchedPackage {
  folder: string;
  name: string;
  version: string;
}

/**
 * Fetches one version of a package with `npm pack` and unpacks it into the cache folder; nothing of it is run.
 * @param wanted such as `openai@7.57.0` or `openai@latest`
 * @throws ToolError when npm cannot deliver it
 */
export async function fetchPackage(wanted: string, cache: string): Promise<FetchedPackage> {
  const [, name, version] = /^((?:@[\w.-]+\/)?[\w.-]+)@([\w.+-]+)$/.exec(wanted) ?? [];
  if (!name || !version || name.startsWith("-")) {
    throw new ToolError(`"${wanted}" names no package: write it as openai@7.57.0`);
  }
  const folder = join(cache, `${name}@${version}`.replaceAll("/", "+"));
  const isExact = /^\d+\.\d+\.\d+/.test(version);
  if (isExact && existsSync(join(folder, "package.json"))) return { folder, name, version };
  await mkdir(cache, { recursive: true });
  const workshop = await mkdtemp(join(cache, ".fetch-"));
  try {
    const packed = await pack(wanted, workshop);
    await runTar(join(workshop, packed.filename), workshop);
    const target = join(cache, `${name}@${packed.version}`.replaceAll("/", "+"));
    await rm(target, { recursive: true, force: true });
    await rename(join(workshop, "package"), target);
    return { folder: target, name, version: packed.version };
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function pack(wanted: string, destination: string): Promise<{ filename: string; version: string }> {
  const options = [
    "pack",
    wanted,
    "--json",
    "--ignore-scripts",
    "--pack-destination",
    destination,
    "--fetch-retries=1",
  ];
  try {
    const { stdout } = await run("npm", options, { env: childEnvironment(), timeout: TIMEOUT_MILLISECONDS });
    const [first] = JSON.parse(stdout) as { filename: string; version: string }[];
    if (first) return first;
  } catch (error) {
    throw new ToolError(`npm cannot fetch ${wanted}: ${findReason(error)}`);
  }
  throw new ToolError(`npm cannot fetch ${wanted}: it packed nothing`);
}

async function runTar(file: string, folder: string): Promise<void> {
  try {
    await run("tar", ["-xzf", file, "-C", folder], { env: childEnvironment() });
  } catch {
    throw new ToolError(`cannot unpack ${file}: is "tar" installed?`);
  }
}

/** What npm says first that is neither its code nor a warning. */
function findReason(error: unknown): string {
  const { stderr, killed } = error as { stderr?: string; killed?: boolean };
  if (killed) return `no answer in ${TIMEOUT_MILLISECONDS / 1000} s`;
  const lines = (stderr ?? "").split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  const words = lines.map((line) => line.replace(/^npm (error|ERR!)\s*/, "").trim());
  const telling = words.find((line) => line !== "" && !/^(code|errno|syscall|type) /.test(line));
  return telling ?? words[0] ?? "npm failed";
}

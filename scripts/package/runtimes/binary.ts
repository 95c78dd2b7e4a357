import { join } from "node:path";
import { run } from "../run.js";
import { fetchRuntime } from "./fetch-runtime.js";
import type { Outcome, Runtime } from "./runtime.js";

const { platform, arch } = process;

/** A runtime that is one program, shipped by a package of npm for this machine. */
interface Binary {
  name: string;
  /** The package, its version included. */
  package: string;
  /** The program in the package. */
  program: string;
  /** What comes before the name of the script. */
  args?: readonly string[];
}

/** Node, from the packages that the npm package `node` installs. */
export function describeNode(version: string): Runtime {
  const [major = ""] = version.split(".");
  return describe({
    name: `Node ${major}`,
    package: `node-${platform}-${arch}@${version}`,
    program: "bin/node",
  });
}

/** Bun, from the packages that the npm package `bun` installs. */
export function describeBun(version: string): Runtime {
  const machine = arch === "arm64" ? "aarch64" : arch;
  return describe({
    name: "Bun",
    package: `@oven/bun-${platform}-${machine}@${version}`,
    program: "bin/bun",
  });
}

/** Deno, from the packages that the npm package `deno` installs. It is let at the loopback network only. */
export function describeDeno(version: string): Runtime {
  const libc = platform === "linux" ? "-glibc" : "";
  return describe({
    name: "Deno",
    package: `@deno/${platform}-${arch}${libc}@${version}`,
    program: "deno",
    args: ["run", "--no-prompt", "--allow-net=127.0.0.1"],
  });
}

function describe(binary: Binary): Runtime {
  return {
    name: binary.name,
    canEvaluate: true,
    async run({ project, upstream }) {
      const folder = await fetchRuntime(binary.name.toLowerCase().replace(" ", "-"), [binary.package]);
      const packageName = binary.package.slice(0, binary.package.lastIndexOf("@"));
      const program = join(folder, "node_modules", packageName, binary.program);
      return runServer(program, binary.args ?? [], project.folder, upstream.url);
    },
  };
}

/** Runs the users' server by a program, and reads what it prints. */
export async function runServer(
  program: string,
  args: readonly string[],
  folder: string,
  upstream: string,
): Promise<Outcome> {
  const output = await run(program, [...args, "server.mjs", upstream], { cwd: folder, timeout: 60_000 });
  return JSON.parse(output) as Outcome; // as server.mjs prints it
}

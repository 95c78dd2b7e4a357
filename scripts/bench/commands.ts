import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "../package/child-environment.js";
import { median } from "./measure.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(ROOT, ".cache/bench/types");
const ROUNDS = 5;

/** A command's time over another's. */
export interface CommandFigure {
  name: string;
  ratio: number;
}

/** What a type import costs the TypeScript compiler, and what regeneration costs beside openapi-typescript alone. */
export async function measureCommands(): Promise<CommandFigure[]> {
  const compile = (name: string): string[] => [bin("typescript/bin/tsc"), "-p", join(CACHE, `${name}.json`)];
  await writeProgram("empty", "export {};");
  await writeProgram(
    "ours",
    'import type { InputTokenCountParams } from "../../../generated/types.js";\nexport const body: InputTokenCountParams = { input: "Hi" };',
  );
  await writeProgram(
    "sdk",
    'import type { InputTokenCountParams } from "openai/resources/responses/input-tokens";\nexport const body: InputTokenCountParams = { input: "Hi" };',
  );
  const typescript = bin("openapi-typescript/bin/cli.js");
  const times = timeInTurn({
    empty: compile("empty"),
    ours: compile("ours"),
    sdk: compile("sdk"),
    generate: ["--import", "tsx", join(ROOT, "scripts/generate.ts")],
    types: [typescript, join(ROOT, "openapi/openapi.yaml"), "-o", join(CACHE, "types.ts")],
  });
  const ratio = (name: string, over: string): number =>
    median(times.get(name) ?? []) / median(times.get(over) ?? []);
  return [
    {
      name: "tsc of a program that imports our request type, over an empty program",
      ratio: ratio("ours", "empty"),
    },
    { name: "the same with the provider's SDK (openai 6.39.1)", ratio: ratio("sdk", "empty") },
    { name: "regenerate everything, over openapi-typescript alone", ratio: ratio("generate", "types") },
  ];
}

function bin(path: string): string {
  return join(ROOT, "node_modules", path);
}

async function writeProgram(name: string, text: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  await writeFile(join(CACHE, `${name}.ts`), text);
  const options = {
    extends: "../../../tsconfig.json",
    compilerOptions: { types: [] },
    include: [],
    files: [`${name}.ts`],
  };
  await writeFile(join(CACHE, `${name}.json`), JSON.stringify(options));
}

/** Times each command in turn, round by round. */
function timeInTurn(commands: Record<string, string[]>): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, {
        cwd: ROOT,
        env: childEnvironment(),
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
      times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
    }
  }
  return times;
}

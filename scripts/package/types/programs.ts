import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Project } from "../install.js";
import { ROOT } from "../root.js";

/** A program of a user's in test/package/consumer, compiled as ES module and as CommonJS. */
export interface Program {
  name: string;
  lib: readonly string[];
  types: readonly string[];
  /** Packages whose own declarations may be at fault: they ask for a newer TypeScript than ours do. */
  foreign?: readonly string[];
}

const WEB = ["ES2022", "DOM", "DOM.Iterable"];

export const PROGRAMS: readonly Program[] = [
  { name: "web", lib: WEB, types: [] },
  { name: "node", lib: ["ES2022"], types: ["node"] },
  { name: "frameworks", lib: ["ES2022"], types: ["node"], foreign: ["fastify", "hono"] },
  { name: "fetch-client", lib: WEB, types: [] },
  { name: "sdk", lib: WEB, types: ["node"], foreign: ["openai"] },
  { name: "documents", lib: ["ES2022"], types: [] },
];

/** What these programs use beside the package. */
export const LINKED = ["@types/express", "@types/node", "express", "fastify", "hono", "openai"];

/** Copies a program into a project, once for each kind of module; gives the names of the files. */
export async function writeProgram(project: Project, { name }: Program): Promise<string[]> {
  const text = await readFile(join(ROOT, "test/package/consumer", `${name}.ts`), "utf8");
  // CommonJS has no `with`.
  const cjs = text.replaceAll(' with { type: "json" }', "");
  await project.write(`${name}.mts`, text);
  await project.write(`${name}.cts`, cjs);
  return [`${name}.mts`, `${name}.cts`];
}

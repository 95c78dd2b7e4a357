import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { cp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { childEnvironment } from "../../scripts/package/child-environment.js";
import { copyFragment, type FragmentCopy } from "./support/fragment-copy.js";

const REQUEST = "components/schemas/request.yaml";
const TRUNCATION = "enum: [auto, disabled, null]";

/** Milliseconds: each test starts processes, which a busy machine delays. */
const PATIENCE = 60_000;

let copy: FragmentCopy;
/** A project with the repository's scripts and generated files, whose fragment may be broken. */
let project: string;

beforeAll(async () => {
  copy = await copyFragment();
  project = dirname(copy.folder);
  for (const name of ["scripts", "generated", "package.json"])
    await cp(name, join(project, name), { recursive: true });
  await symlink(join(process.cwd(), "node_modules"), join(project, "node_modules"));
});
afterEach(() => copy.restore(REQUEST));
afterAll(() => copy.remove());

function start(folder: string, ...options: string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, ["--import", "tsx", "scripts/generate.ts", ...options], {
    cwd: folder,
    env: childEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function run(
  folder: string,
  ...options: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(folder, ...options);
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, err] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  return { code: await code, out, err };
}

async function readAll(stream: Readable): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  return text;
}

async function readGenerated(): Promise<Record<string, string>> {
  const entries = await readdir(join(project, "generated"), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const texts = files.map(
    async (file) => [file, await readFile(join(project, "generated", file), "utf8")] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

describe("generate", () => {
  test("--check finds the committed files fresh", async () => {
    expect(await run(process.cwd(), "--check")).toEqual({ code: 0, out: "", err: "" });
  });

  test("--check names what is stale and writes nothing", async () => {
    const before = await readGenerated();
    await writeFile(join(project, "generated", "stray.ts"), "export {};\n");
    await copy.edit(REQUEST, TRUNCATION, "enum: [auto, never, null]");
    const { code, out, err } = await run(project, "--check");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.split("\n")).toContain("generated/types.ts is stale; run `npm run generate` and commit it.");
    expect(err.split("\n")).toContain("generated/stray.ts is stale; run `npm run generate` and commit it.");
    expect(await readGenerated()).toEqual({ ...before, "stray.ts": "export {};\n" });
  });

  test("names file, line and cure of a broken fragment and writes nothing", async () => {
    const before = await readGenerated();
    await copy.edit(REQUEST, "reasoning.yaml#/Reasoning", "reasoning.yaml#/Reasonin");
    const err = `openapi/${REQUEST}:79:11 Can't resolve $ref; correct the reference, or write what it names. (no-unresolved-refs)\n`;
    expect(await run(project)).toEqual({ code: 1, out: "", err });
    expect(await readGenerated()).toEqual(before);
  });

  test("--watch makes it again on each change, and lives through a broken one", async () => {
    const child = start(project, "--watch");
    const seen = collect(child);
    try {
      await seen("Watching openapi/.");
      await copy.edit(REQUEST, TRUNCATION, "enum: [auto, never, null]");
      await seen("generated/validators.js: ");
      expect((await readGenerated())["types.ts"]).toContain('"auto" | "never" | null');
      await copy.edit(REQUEST, "reasoning.yaml#/Reasoning", "reasoning.yaml#/Reasonin");
      await seen(`openapi/${REQUEST}:79:11 Can't resolve $ref`);
      await copy.restore(REQUEST);
      await seen("generated/validators.js: ");
      expect((await readGenerated())["types.ts"]).toContain('"auto" | "disabled" | null');
    } finally {
      child.kill();
    }
  });
});

/** Waits until a process has written a text since the last text that was waited for. */
function collect(child: ChildProcessByStdio<null, Readable, Readable>): (text: string) => Promise<void> {
  let open = "";
  let check = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      open += String(chunk);
      check();
    });
  }
  return (text) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Waited in vain for ${text}; there was ${open}`)),
        PATIENCE / 2,
      );
      check = () => {
        const at = open.indexOf(text);
        if (at < 0) return;
        clearTimeout(timer);
        open = open.slice(at + text.length);
        resolve();
      };
      check();
    });
}

import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { childEnvironment } from "../../scripts/package/child-environment.js";
import { pack, type Packed } from "../../scripts/package/pack.js";
import { listImports, listReachable } from "../../scripts/package/reachable-declarations.js";
import { listTargets } from "./support/targets.js";

const DOCUMENTS = [
  "generated/openapi.json",
  "generated/openapi.yaml",
  "generated/schema.dispatch.json",
  "generated/schema.json",
];
const TEXTS = ["CHANGELOG.md", "LICENSE", "README.md"];
/** What declarations may import; the frameworks' only where a user has the framework. */
const SDK = ["openai/resources/responses/input-tokens", "openai/resources/responses/responses"];
const PEERS = ["fastify", "hono", "node:http", "openapi-fetch", ...SDK];
const KINDS = ["cjs", "esm"];

let packed: Packed;
const read = (file: string) => readFile(join(dirname(packed.tarball), "package", file), "utf8");

beforeAll(async () => {
  packed = await pack();
});

describe("the packed package", () => {
  test("holds what package.json names, what that leads to, and nothing else", async () => {
    const targets = await listTargets();
    const code = targets.filter((target) => /^dist\/(cjs|esm)\/.*\.js$/.test(target));
    const expected = [
      ...TEXTS,
      ...DOCUMENTS,
      "package.json",
      "dist/cjs/package.json",
      "dist/cli/LICENSES.txt",
      ...(await followChunks("dist/cli/main.js")),
      ...packed.files.filter((file) => /^dist\/cli\/examples\/[\w-]+\.json$/.test(file)),
      ...(await followImports(code)),
      ...(await listDeclarations(targets)),
    ];
    expect(packed.files).toEqual([...new Set(expected)].sort());
  });

  test("has the same modules for import and require", () => {
    const [cjs, esm] = KINDS.map((kind) =>
      packed.files
        .filter((file) => file.startsWith(`dist/${kind}/`) && file !== "dist/cjs/package.json")
        .map((file) => file.slice(`dist/${kind}/`.length)),
    );
    expect(cjs).toEqual(esm);
  });

  test("has no source map and no path of the machine that built it", async () => {
    for (const file of packed.files) {
      const text = await read(file);
      expect([
        file,
        /sourceMappingURL=|\/work\/|\/home\/|node_modules\/input-tokens/.exec(text)?.[0],
      ]).toEqual([file, undefined]);
    }
  });

  test("has declarations that need nothing but what a user of them has", async () => {
    const root = join(dirname(packed.tarball), "package");
    for (const file of packed.files.filter((name) => name.endsWith(".d.ts"))) {
      const names = (await listImports(join(root, file))).filter((name) => !name.startsWith("."));
      expect([file, names.filter((name) => !PEERS.includes(name))]).toEqual([file, []]);
    }
  });

  test("hands on the licences of what its command holds", async () => {
    expect((await read("dist/cli/LICENSES.txt")).match(/^\w[\w-]*(?=\n\n)/gm)).toEqual([
      "gpt-tokenizer",
      "openapi-fetch",
      "yaml",
    ]);
  });

  test("needs no eval", async () => {
    for (const file of packed.files.filter((name) => /^dist\/(cjs|esm)\/.*\.js$/.test(name))) {
      expect(await read(file)).not.toMatch(/\beval\(|new Function\b/);
    }
  });

  test("keeps under the size that an install may take", async () => {
    const { length } = await readFile(packed.tarball);
    expect(length).toBeLessThan(2_500_000); // four fifths of it the encodings that the command brings
  });

  test("has a command of the package's own name, which npx runs, and it counts with nothing else installed", async () => {
    const root = await mkdtemp(join(tmpdir(), "input-tokens-alone-"));
    await cp(join(dirname(packed.tarball), "package"), root, { recursive: true });
    const { name, bin } = JSON.parse(await read("package.json")) as {
      name: string;
      bin: Record<string, string>;
    };
    const command = join(root, bin[name] ?? "");
    const child = spawn(process.execPath, [command, "count", "--json", "-"], {
      cwd: root,
      env: childEnvironment(),
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.end('{"model":"gpt-5","input":"Tell me a joke."}');
    expect(JSON.parse(await text(child.stdout))).toMatchObject({ input_tokens: 11, estimate: true });
    await rm(root, { recursive: true });
  });
});

/** A file of the command and the chunks that it imports, at once or later. */
async function followChunks(file: string): Promise<string[]> {
  const names = [...(await read(file)).matchAll(/(?:from|import\()\s*"\.\/([\w-]+\.js)"/g)];
  const files = names.map(([, name = ""]) => join(dirname(file), name));
  const chunks = await Promise.all(files.map(followChunks));
  return [...new Set([file, ...chunks.flat()])];
}

/** The files and the shared chunks that they import or require. */
async function followImports(files: string[]): Promise<string[]> {
  const texts = await Promise.all(files.map(read));
  const chunks = texts.flatMap((text, index) =>
    [...text.matchAll(/["'](\.[^"']*chunk-\w+\.js)["']/g)].map(([, name = ""]) =>
      join(dirname(files[index] ?? ""), name),
    ),
  );
  const further = [...new Set(chunks)].filter((chunk) => !files.includes(chunk));
  return further.length === 0 ? files : followImports([...files, ...further]);
}

async function listDeclarations(targets: string[]): Promise<string[]> {
  const root = join(dirname(packed.tarball), "package");
  const entries = targets.filter((target) => target.endsWith(".d.ts"));
  const files = await listReachable(entries.map((entry) => join(root, entry)));
  return [...files].map((file) => file.slice(root.length + 1));
}

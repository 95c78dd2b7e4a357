import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import ts from "typescript";
import { childEnvironment } from "../../scripts/package/child-environment.js";
import { bundleSnippet, CACHE, README, readPromise, readSnippets, ROOT, sourceOf } from "./snippets.js";

const run = promisify(execFile);
const snippets = readSnippets("ts");
const BAD_BODY = '{"model":5}';

let provider: Server;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  await mkdir(CACHE, { recursive: true });
  provider = createServer((_request, response) => {
    response.setHeader("content-type", "application/json");
    response.end('{"object":"response.input_tokens","input_tokens":11}');
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => provider.once("listening", resolve));
  const { port } = provider.address() as AddressInfo;
  environment = childEnvironment({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
  });
});

afterAll(() => {
  provider.closeAllConnections();
  provider.close();
});

describe("README", () => {
  test("has snippets of each kind", () => {
    expect(snippets.length).toBeGreaterThan(7);
  });

  test("every snippet compiles", async () => {
    const files = await Promise.all(
      snippets.map(async (snippet, index) => {
        const file = join(CACHE, `snippet-${index}.ts`);
        await writeFile(file, `${snippet}\nexport {};\n`);
        return file;
      }),
    );
    const specifiers = [
      ...new Set([...README.matchAll(/from "(input-tokens-contract[^"]*)"/g)].map((match) => match[1] ?? "")),
    ];
    const program = ts.createProgram(files, {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ["node"],
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      paths: Object.fromEntries(specifiers.map((specifier) => [specifier, [sourceOf(specifier)]])),
    });
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
    expect(faults).toEqual([]);
  });

  const printing = snippets.filter((snippet) => readPromise(snippet) !== "");
  test.each(printing.map((snippet, index) => [index, snippet] as const))(
    "snippet %i prints what it says",
    async (index, snippet) => {
      const file = await bundleSnippet(snippet, `printing-${index}`);
      const { stdout } = await run(process.execPath, [file], { cwd: ROOT, env: environment });
      expect(stdout.trimEnd()).toBe(readPromise(snippet));
    },
  );

  const handlers = snippets.filter((snippet) => snippet.includes("export default"));
  test.each(handlers.map((snippet, index) => [index, snippet] as const))(
    "handler %i refuses a bad body",
    async (index, snippet) => {
      const file = await bundleSnippet(snippet, `handler-${index}`);
      const driver = join(CACHE, `driver-${index}.mjs`);
      await writeFile(
        driver,
        `import server from ${JSON.stringify(file)};
      const answer = await server.fetch(new Request("http://gateway/v1/responses/input_tokens", {
        method: "POST", headers: { "content-type": "application/json" }, body: ${JSON.stringify(BAD_BODY)} }));
      console.log(answer.status, (await answer.json()).error.param);`,
      );
      const { stdout } = await run(process.execPath, [driver], { cwd: ROOT, env: environment });
      expect(stdout).toBe("400 model\n");
    },
  );

  const servers = snippets.filter((snippet) => snippet.includes("listen("));
  test.each(servers.map((snippet, index) => [index, snippet] as const))(
    "server %i refuses a bad body",
    async (index, snippet) => {
      const port = await findFreePort();
      const file = await bundleSnippet(snippet.replace("8080", String(port)), `server-${index}`);
      const server = spawn(process.execPath, [file], { cwd: ROOT, env: environment, stdio: "inherit" });
      try {
        const answer = await askOnceUp(server, `http://127.0.0.1:${port}/v1/responses/input_tokens`);
        expect(answer.status).toBe(400);
        expect(await answer.json()).toMatchObject({ error: { param: "model", code: "invalid_type" } });
      } finally {
        server.kill();
      }
    },
  );

  test("every command that it names exists", async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...README.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const { COMMANDS } = await import("../../src/cli/run.js");
    const commands = [...README.matchAll(/^input-tokens (\w+)/gm)].map((match) => match[1] ?? "");
    expect(commands.filter((name) => !COMMANDS.has(name))).toEqual([]);
  });
});

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function askOnceUp(server: ChildProcess, url: string): Promise<Response> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
    try {
      return await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: BAD_BODY,
      });
    } catch {
      await wait(100);
    }
  }
  throw new Error("The server of the snippet did not come up.");
}

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { install } from "../../scripts/package/install.js";
import { pack } from "../../scripts/package/pack.js";
import { ROOT } from "../../scripts/package/root.js";
import { run } from "../../scripts/package/run.js";

const tsc = join(ROOT, "node_modules/typescript/bin/tsc");

let folder: string;
const build = (...args: string[]) =>
  run(process.execPath, [tsc, "-b", "--pretty", "false", ...args], { cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "input-tokens-monorepo-"));
  await cp(join(ROOT, "test/package/monorepo"), folder, { recursive: true });
  await install((await pack()).tarball, { folder, link: ["@types/node"] });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the packed package in a monorepo", () => {
  test("builds with project references, and finds nothing to do a second time", async () => {
    await build();
    expect(await build("--dry")).toMatch(
      /contract\/tsconfig.json' is up to date[^]*gateway\/tsconfig.json' is up to date/,
    );
  });

  test("serves from one package with the types of another", async () => {
    const code = `
      import { example, handler } from "@team/gateway";
      for (const body of [example, { ...example, model: "gpt-4o" }, { ...example, input: 5 }]) {
        const headers = { "content-type": "application/json" };
        const init = { method: "POST", headers, body: JSON.stringify(body) };
        const response = await handler(new Request("http://gateway/v1/responses/input_tokens", init));
        const { error, input_tokens } = await response.json();
        console.log(response.status, error?.param ?? input_tokens);
      }`;
    await writeFile(join(folder, "ask.mjs"), code);
    expect(await run(process.execPath, ["ask.mjs"], { cwd: folder })).toBe("200 5\n400 model\n400 input\n");
  });

  test("names a fault across its packages where it is", async () => {
    const file = join(folder, "packages/contract/src/index.ts");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace('role: "user"', 'role: "nobody"'));
    await expect(build()).rejects.toThrow(/packages\/contract\/src\/index\.ts\(\d+,\d+\): error TS2322/);
  });
});

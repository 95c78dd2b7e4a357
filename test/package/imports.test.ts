import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { install, type Project } from "../../scripts/package/install.js";
import { pack } from "../../scripts/package/pack.js";
import { run } from "../../scripts/package/run.js";
import { DOCUMENTS, MODULES, NAME } from "../../scripts/package/subpaths.js";

let project: Project;
const runCode = async (extension: string, code: string) =>
  run(process.execPath, [await project.write(`main.${extension}`, code)], { cwd: project.folder });

beforeAll(async () => {
  project = await install((await pack()).tarball);
});

afterAll(() => project.remove());

describe("the installed package", () => {
  test("gives each subpath the same names by import and require, without its optional peers", async () => {
    const list = `const names = (module) => Object.keys(module).filter((name) => !["default", "module.exports", "__esModule"].includes(name)).sort();`;
    const all = JSON.stringify(MODULES);
    const imported = await runCode(
      "mjs",
      `${list} for (const name of ${all}) console.log(name, names(await import(name)).join());`,
    );
    const required = await runCode(
      "cjs",
      `${list} for (const name of ${all}) console.log(name, names(require(name)).join());`,
    );
    expect(required).toBe(imported);
    expect(imported.match(/^\S+/gm)).toEqual(MODULES);
    expect(imported).toContain(
      `${NAME}/validate InvalidRequestError,assertRequest,identifyBody,isRequest,isResponse,listGenerationKeys,requestSchema,responseSchema,toCountParams,toErrorBody,validateInputItem,validateRequest,validateResponse,validateTool`,
    );
    expect(imported).toContain(`${NAME}/types \n`);
  });

  test("imports names as a user writes them", async () => {
    const code = `
      import { createClient, validateRequest } from "${NAME}";
      import { createHandler } from "${NAME}/gateway";
      console.log(validateRequest({ input: 5 }).issues[0].param, typeof createClient, typeof createHandler);`;
    expect(await runCode("mjs", code)).toBe("input function function\n");
  });

  test("resolves its documents", async () => {
    const code = `
      const { readFileSync } = require("node:fs");
      for (const name of ${JSON.stringify(DOCUMENTS)}) {
        const text = readFileSync(require.resolve(name), "utf8");
        console.log(name, (name.endsWith(".json") ? typeof JSON.parse(text) : text.slice(0, 7)));
      }`;
    expect(await runCode("cjs", code)).toBe(
      [
        `${NAME}/openapi.json object`,
        `${NAME}/openapi.yaml # Gener`,
        `${NAME}/schema.json object`,
        `${NAME}/schema.dispatch.json object`,
        `${NAME}/package.json object\n`,
      ].join("\n"),
    );
  });

  test("says which optional peer the local counter lacks", async () => {
    const code = `
      const { createLocalCounter } = require("${NAME}/local");
      createLocalCounter().count({ input: "x" }).catch((error) => console.log(error.name, error.message));`;
    expect(await runCode("cjs", code)).toMatch(/^MissingTokenizerError .*npm install gpt-tokenizer@4/);
  });

  test("has a command", async () => {
    const command = join(project.folder, "node_modules/.bin/input-tokens");
    const validated = run(command, ["validate", "-"], { cwd: project.folder, input: '{"input":"Hello"}' });
    await expect(validated).resolves.toBeDefined();
    const refused = run(command, ["validate", "-"], { cwd: project.folder, input: '{"input":5}' });
    await expect(refused).rejects.toThrow("exit 1");
  });
});

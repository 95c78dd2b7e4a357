import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareOutputs, writeOutputs } from "../../../scripts/outputs/files.js";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "outputs-"))));
afterEach(() => rm(folder, { recursive: true }));

describe("compareOutputs", () => {
  test("finds nothing where all files are as they should be", async () => {
    await writeFile(join(folder, "a.ts"), "one\n");
    expect(await compareOutputs(new Map([["a.ts", "one\n"]]), folder)).toEqual([]);
  });

  test("counts the lines of changed, new and stray files", async () => {
    await writeFile(join(folder, "a.ts"), "one\ntwo\n");
    await writeFile(join(folder, "stray.ts"), "old\n");
    const outputs = new Map([
      ["a.ts", "one\nthree\nfour\n"],
      ["new.ts", "new\n"],
    ]);
    expect(await compareOutputs(outputs, folder)).toEqual([
      { file: "a.ts", added: 2, removed: 1 },
      { file: "new.ts", added: 1, removed: 0 },
      { file: "stray.ts", added: 0, removed: 1 },
    ]);
  });

  test("makes the folder", async () => {
    expect(await compareOutputs(new Map([["a.ts", "one\n"]]), join(folder, "generated"))).toHaveLength(1);
  });
});

describe("writeOutputs", () => {
  test("writes what has changed, takes stray files away and leaves nothing else behind", async () => {
    await writeFile(join(folder, "same.ts"), "same\n");
    await writeFile(join(folder, "stray.ts"), "old\n");
    const outputs = new Map([
      ["a.ts", "one\n"],
      ["same.ts", "same\n"],
    ]);
    await writeOutputs(outputs, await compareOutputs(outputs, folder), folder);
    expect((await readdir(folder)).sort()).toEqual(["a.ts", "same.ts"]);
    expect(await readFile(join(folder, "a.ts"), "utf8")).toBe("one\n");
    expect(await compareOutputs(outputs, folder)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { relative } from "node:path";
import { findFiles } from "../../../src/cli/read/find-files.js";
import { temporaryFolder } from "../support/temporary-folder.js";

describe("findFiles", () => {
  let tree: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    const names = [
      "b.json",
      "a.json",
      "c.yaml",
      ".hidden.json",
      "sub/d.json",
      "sub/deep/e.json",
      "node_modules/x/f.json",
      "texts/g.txt",
    ];
    tree = await temporaryFolder(Object.fromEntries(names.map((name) => [name, "{}"])));
  });
  afterAll(() => tree.remove());
  const find = async (...patterns: string[]) =>
    (await findFiles(patterns.map(tree.path))).map((file) => relative(tree.folder, file));

  test.each([
    ["*.json", ["a.json", "b.json"]],
    ["?.json", ["a.json", "b.json"]],
    ["**/*.json", ["a.json", "b.json", "sub/d.json", "sub/deep/e.json"]],
    ["sub/**/*", ["sub/d.json", "sub/deep/e.json"]],
    ["*.{json,yaml}", ["a.json", "b.json", "c.yaml"]],
    ["{a,c}.*", ["a.json", "c.yaml"]],
    [".*.json", [".hidden.json"]],
    ["*/d.json", ["sub/d.json"]],
  ])("matches %s", async (pattern, names) => {
    expect(await find(pattern)).toEqual(names);
  });

  test("walks a folder for what may hold requests", async () => {
    expect(await find(".")).toEqual(["a.json", "b.json", "c.yaml", "sub/d.json", "sub/deep/e.json"]);
    expect(await find("sub", "a.json")).toEqual(["sub/d.json", "sub/deep/e.json", "a.json"]);
  });

  test.each([
    ["nowhere/*.json", /^No file matches '.*nowhere\/\*\.json'\.$/],
    ["sub/**", /^No file matches/],
    ["texts", /^No \.json, \.jsonl, \.ndjson, \.yaml, \.yml file is in '.*texts'\.$/],
  ])("refuses %s, which leads to nothing", async (pattern, message) => {
    await expect(findFiles([tree.path(pattern)])).rejects.toThrow(message);
  });

  test("keeps names and - as they are, once each", async () => {
    expect(await findFiles(["-", "x.json", "x.json", "[1].json"])).toEqual(["-", "x.json", "[1].json"]);
  });
});

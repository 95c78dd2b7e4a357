import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { relative } from "node:path";
import { expandFiles } from "../../src/cli/expand-files.js";
import { temporaryFolder } from "./support/temporary-folder.js";

describe("expandFiles", () => {
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
    ];
    tree = await temporaryFolder(Object.fromEntries(names.map((name) => [name, "{}"])));
  });
  afterAll(() => tree.remove());

  test.each([
    ["*.json", ["a.json", "b.json"]],
    ["?.json", ["a.json", "b.json"]],
    ["**/*.json", ["a.json", "b.json", "sub/d.json", "sub/deep/e.json"]],
    ["sub/**", []],
    ["sub/**/*", ["sub/d.json", "sub/deep/e.json"]],
    ["*.{json,yaml}", ["a.json", "b.json", "c.yaml"]],
    ["{a,c}.*", ["a.json", "c.yaml"]],
    [".*.json", [".hidden.json"]],
    ["*/d.json", ["sub/d.json"]],
    ["nowhere/*.json", []],
  ])("matches %s", async (pattern, names) => {
    const { files, unmatched } = await expandFiles([tree.path(pattern)]);
    expect(files.map((file) => relative(tree.folder, file))).toEqual(names);
    expect(unmatched).toHaveLength(names.length === 0 ? 1 : 0);
  });

  test("keeps names and - as they are, once each", async () => {
    expect(await expandFiles(["-", "x.json", "x.json", "[1].json"])).toEqual({
      files: ["-", "x.json", "[1].json"],
      unmatched: [],
    });
  });
});

import { describe, expect, test } from "@jest/globals";
import { judgeContents } from "../../../scripts/release-check/check-contents.js";

const manifest = {
  name: "x",
  version: "1.0.0",
  exports: { ".": { types: "./dist/index.d.ts", import: "./dist/index.js" }, "./x/*": "./dist/x/*.js" },
  bin: { x: "dist/cli.js" },
};
const always = ["package.json", "README.md", "LICENSE", "CHANGELOG.md"];
const files = [...always, "dist/index.d.ts", "dist/index.js", "dist/x/a.js", "dist/cli.js"];

describe("judgeContents", () => {
  test("passes when all that is named is packed", () => {
    expect(judgeContents(manifest, files, "9 kB packed")).toEqual({ ok: true, line: "8 files, 9 kB packed" });
  });

  test("names what is missing and what must not be there", () => {
    const packed = [...files.filter((file) => file !== "dist/cli.js"), "test/a.test.ts"];
    expect(judgeContents(manifest, packed, "")).toEqual({
      ok: false,
      line: "not packed: dist/cli.js",
      details: ["must not be packed: test/a.test.ts"],
    });
  });
});

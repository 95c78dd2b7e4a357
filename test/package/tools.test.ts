import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { pack, type Packed } from "../../scripts/package/pack.js";
import { ROOT } from "../../scripts/package/root.js";
import { run } from "../../scripts/package/run.js";
import { MODULES } from "../../scripts/package/subpaths.js";

let packed: Packed;
const runTool = (name: string, ...args: string[]) =>
  run(join(ROOT, "node_modules/.bin", name), args, { cwd: ROOT, env: { NO_COLOR: "1" } });

beforeAll(async () => {
  packed = await pack();
});

describe("the packed package", () => {
  test("is as publint wants it, strictly", async () => {
    expect(await runTool("publint", "--strict", packed.tarball)).toContain("All good!");
  });

  test("has the right types for import and require of each subpath, says are-the-types-wrong", async () => {
    // TypeScript resolves no YAML.
    const args = ["--profile", "node16", "--exclude-entrypoints", "openapi.yaml"];
    const report = await runTool("attw", packed.tarball, ...args);
    for (const specifier of MODULES) expect(report).toContain(`"${specifier}"`);
  });
});

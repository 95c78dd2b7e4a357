import { readFile } from "node:fs/promises";
import { runTool } from "./drift/tool-error.js";
import { checkContents } from "./release-check/check-contents.js";
import { checkDiff } from "./release-check/check-diff.js";
import { checkGenerated } from "./release-check/check-generated.js";
import { checkSize } from "./release-check/check-size.js";
import { checkVersion } from "./release-check/check-version.js";
import type { Manifest } from "./release-check/check.js";
import { runChecks } from "./release-check/run-checks.js";

await runTool("release:check", async () => {
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as Manifest;
  const checks = [
    { name: "generate", run: checkGenerated },
    { name: "diff", run: checkDiff },
    { name: "version", run: () => checkVersion(manifest) },
    { name: "contents", run: () => checkContents(manifest) },
    { name: "size", run: () => checkSize() },
  ];
  return runChecks(checks, (text) => console.log(text));
});

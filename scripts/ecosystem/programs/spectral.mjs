import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { document, report } from "./judge.mjs";

const PROGRAM = "node_modules/@stoplight/spectral-cli/dist/index.js";
writeFileSync("ruleset.yaml", 'extends: ["spectral:oas"]\n');
const args = [PROGRAM, "lint", document, "-r", "ruleset.yaml", "-f", "json", "--quiet"];
const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
report(JSON.parse(stdout).map(({ code, message }) => `${code}: ${message}`));

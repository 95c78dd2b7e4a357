import { spawnSync } from "node:child_process";
import { document, report } from "./judge.mjs";

const PROGRAM = "node_modules/@redocly/cli/bin/cli.js";
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
const { stdout } = spawnSync(process.execPath, [PROGRAM, "lint", "--format", "json", document], {
  env,
  encoding: "utf8",
});
const { problems } = JSON.parse(stdout.slice(stdout.indexOf("{")));
report(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`));

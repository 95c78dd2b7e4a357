import { execFileSync } from "node:child_process";
import { compileBodies } from "./compile-bodies.mjs";
import { document, judgeAll } from "./judge.mjs";

const PROGRAM = "node_modules/.bin/swagger-typescript-api";
const args = [
  "generate",
  "-p",
  document,
  "-o",
  ".",
  "-n",
  "types.ts",
  "--no-client",
  "--generate-union-enums",
];
execFileSync(process.execPath, [PROGRAM, ...args], { stdio: "ignore" });
const declaration =
  'import type { InputTokenCountParams } from "./types.js"; type Body = InputTokenCountParams;';
judgeAll((bodies) => compileBodies(declaration, bodies));

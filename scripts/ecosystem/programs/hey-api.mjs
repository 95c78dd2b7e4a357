import { execFileSync } from "node:child_process";
import { argument, document, judge } from "./judge.mjs";

const PROGRAM = "node_modules/@hey-api/openapi-ts/bin/run.js";
execFileSync(process.execPath, [PROGRAM, "-i", document, "-o", argument, "-p", argument], {
  stdio: "ignore",
});

const made = await import(`./${argument}/${argument}.gen.ts`);
const valibot = await import("valibot");
await judge(
  argument === "zod"
    ? (body) => made.zInputTokenCountParams.safeParse(body).success
    : (body) => valibot.safeParse(made.vInputTokenCountParams, body).success,
);

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { document, judge } from "./judge.mjs";

const config = {
  zod: { input: { target: document }, output: { client: "zod", target: "./out/zod.ts", mode: "single" } },
};
writeFileSync("orval.config.mjs", `export default ${JSON.stringify(config)};\n`);
execFileSync(process.execPath, ["node_modules/.bin/orval", "--config", "orval.config.mjs"], {
  stdio: "ignore",
});

const { CountInputTokensBody } = await import("./out/zod.ts");
await judge((body) => CountInputTokensBody.safeParse(body).success);

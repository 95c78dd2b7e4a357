import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { document, judge } from "./judge.mjs";

writeFileSync(
  "kubb.config.mjs",
  `import { defineConfig } from "@kubb/core";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginZod } from "@kubb/plugin-zod";

export default defineConfig({
  root: ".",
  input: { path: ${JSON.stringify(document)} },
  output: { path: "./out", clean: true },
  plugins: [
    pluginOas({ validate: false, generators: [] }),
    pluginZod({ version: "4", output: { path: "zod", barrelType: "named" } }),
  ],
});
`,
);
const env = { ...process.env, KUBB_DISABLE_TELEMETRY: "1" };
execFileSync(process.execPath, ["node_modules/.bin/kubb", "generate", "--config", "kubb.config.mjs"], {
  env,
  stdio: "ignore",
});

const { inputTokenCountParamsSchema } = await import("./out/zod/inputTokenCountParamsSchema.ts");
await judge((body) => inputTokenCountParamsSchema.safeParse(body).success);

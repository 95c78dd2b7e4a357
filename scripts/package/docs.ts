import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./root.js";
import { run } from "./run.js";

// `npm run docs`: a reference page of the fragment, one file that asks the network for nothing.

/** The pictures that Redoc would load from its own server: its name, at the foot. */
const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;
const OWN_LOGO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="52" height="16"><text y="13" font-family="sans-serif" font-size="12">Redocly</text></svg>',
)}`;

const { values } = parseArgs({ options: { out: { type: "string", default: "dist/docs" } } });
const page = join(resolve(ROOT, values.out), "index.html");

await mkdir(dirname(page), { recursive: true });
await run(
  join(ROOT, "node_modules/.bin/redocly"),
  ["build-docs", "generated/contract.json", "--output", page, "--inlineBundle"],
  { cwd: ROOT, env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
);
await writeFile(page, (await readFile(page, "utf8")).replaceAll(LOGO, OWN_LOGO));
console.log(`Wrote ${relative(process.cwd(), page)}.`);

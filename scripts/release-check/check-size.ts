import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Manifest, Verdict } from "./check.js";
import { runCommand } from "./run-command.js";

/** The largest request validator, in bytes, minified and gzipped: the target of design.md. */
const MOST_BYTES = 20_000;

/** Checks the size of what users load: with the package's own `size` script where there is one. */
export async function checkSize(manifest: Manifest): Promise<Verdict> {
  if (manifest.scripts?.["size"] !== undefined) {
    const { ok, lines } = await runCommand("npm", ["run", "--silent", "size"]);
    return ok
      ? { ok, line: lines.at(-1)?.trim() ?? "within bounds" }
      : { ok, line: "npm run size failed", details: lines };
  }
  const bytes = await measure("generated/validators.js");
  return {
    ok: bytes <= MOST_BYTES,
    line: `validators: ${bytes} bytes minified and gzipped, ${MOST_BYTES} at most`,
  };
}

async function measure(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

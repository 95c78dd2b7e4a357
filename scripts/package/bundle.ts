import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a user's bundle comes to. */
export interface Bundle {
  text: string;
  /** Bytes, minified and gzipped. */
  size: number;
}

/** Bundles and minifies code as a user would who has the package installed in a folder. */
export async function bundle(folder: string, contents: string): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: ["gpt-tokenizer"],
    write: false,
    logLevel: "silent",
  });
  const text = outputFiles.map((file) => file.text).join("");
  return { text, size: gzipSync(text, { level: 9 }).length };
}

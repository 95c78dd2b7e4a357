import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const CACHE = join(ROOT, ".cache/readme");
export const README = readFileSync(join(ROOT, "README.md"), "utf8");

const PACKAGE = "input-tokens-contract";

/** The README's code blocks of one language, in their order. */
export function readSnippets(language: string): string[] {
  return [...README.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, "g"))].map(
    (match) => match[1] ?? "",
  );
}

/** What a snippet says it prints: the comment lines that follow a `console.log`. */
export function readPromise(snippet: string): string {
  const lines = snippet.split("\n");
  const printed = lines.flatMap((line, index) => {
    if (!line.includes("console.log(")) return [];
    const rest = lines.slice(index + 1).map((next) => next.trimStart());
    const end = rest.findIndex((next) => !next.startsWith("// "));
    return rest.slice(0, end === -1 ? rest.length : end).map((comment) => comment.slice(3));
  });
  return printed.join("\n");
}

/** The source file that an import of the package stands for. */
export function sourceOf(specifier: string): string {
  const path = specifier.slice(PACKAGE.length + 1);
  if (path === "") return join(ROOT, "src/index.ts");
  return join(
    ROOT,
    "src",
    ["constants", "types"].includes(path) || path.startsWith("gateway/") ? `${path}.ts` : `${path}/index.ts`,
  );
}

/** Bundles a snippet with the package's sources; other packages stay outside. Gives the file's path. */
export async function bundleSnippet(snippet: string, name: string): Promise<string> {
  const outfile = join(CACHE, `${name}.mjs`);
  await build({
    stdin: { contents: snippet, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    plugins: [
      {
        name: "package-sources",
        setup({ onResolve }) {
          onResolve({ filter: new RegExp(`^${PACKAGE}`) }, ({ path }) => ({ path: sourceOf(path) }));
          onResolve({ filter: /^[^./]/ }, ({ kind }) =>
            kind === "entry-point" ? undefined : { external: true },
          );
        },
      },
    ],
  });
  return outfile;
}

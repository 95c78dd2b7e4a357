import { parseArgs } from "node:util";
import { sayInOneLine, ToolError } from "../drift/tool-error.js";

/** What a comparison of two versions is asked for. */
export interface DiffArguments {
  old: string | undefined;
  current: string | undefined;
  json: boolean;
  keep: boolean;
  help: boolean;
}

/** The words of `npm run diff -- --help`. */
export const DIFF_HELP = `Compares two versions of our bundled document: what breaks, which step the version takes, what to tell users.

  npm run diff                       the last released one against generated/contract.json
  npm run diff -- <old> [<new>]      these two
      --format text|json
  npm run diff -- --keep             keeps generated/contract.json as the last released one

Exit code: 0 the version's step is large enough, 1 it is too small, 2 the comparison failed.`;

/** @throws ToolError when the arguments make no sense */
export function parseDiffArguments(argv: readonly string[]): DiffArguments {
  const { values, positionals } = parse(argv);
  const format = values.format ?? "text";
  if (format !== "text" && format !== "json") throw new ToolError(`unknown format "${format}": text or json`);
  if (positionals.length > 2) throw new ToolError(`two documents at most, but got ${positionals.length}`);
  const [old, current] = positionals;
  return { old, current, json: format === "json", keep: values.keep ?? false, help: values.help ?? false };
}

function parse(argv: readonly string[]) {
  const flag = { type: "boolean" } as const;
  try {
    const options = { format: { type: "string" }, keep: flag, help: flag } as const;
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new ToolError(sayInOneLine(error));
  }
}

import { parseArgs } from "node:util";
import { sayInOneLine, ToolError } from "./tool-error.js";

/** How a report is printed. */
export type Format = "table" | "json" | "markdown";

/** What a drift run is asked for. */
export interface DriftArguments {
  /** A file or URL of the provider's document. */
  document: string;
  /** A package such as `openai@7.57.0`, or its folder; compared in place of the document. */
  sdk: string | undefined;
  ours: string;
  format: Format;
  help: boolean;
}

/** The provider's document in its public repository. */
const DEFAULT_DOCUMENT = "https://raw.githubusercontent.com/openai/openai-openapi/main/openapi.yaml";

/** The words of `npm run drift -- --help`. */
export const DRIFT_HELP = `Compares our bundled document with what the provider publishes, for this endpoint only.

  npm run drift                              against the provider's public document
  npm run drift -- <file or URL>             against that document, YAML or JSON
  npm run drift -- --sdk openai@VERSION      against the types of the provider's SDK
      --ours <file>                          our document (generated/contract.json)
      --format table|json|markdown

Exit code: 0 no drift, 1 drift, 2 the comparison failed.`;

/** @throws ToolError when the arguments make no sense */
export function parseDriftArguments(argv: readonly string[]): DriftArguments {
  const { values, positionals } = parse(argv);
  const format = values.format ?? "table";
  if (!isFormat(format)) throw new ToolError(`unknown format "${format}": table, json or markdown`);
  if (positionals.length > 1) throw new ToolError(`one document at a time, but got ${positionals.length}`);
  if (values.sdk !== undefined && positionals.length > 0)
    throw new ToolError("either a document or --sdk, not both");
  return {
    document: positionals[0] ?? DEFAULT_DOCUMENT,
    sdk: values.sdk,
    ours: values.ours ?? "generated/contract.json",
    format,
    help: values.help ?? false,
  };
}

function parse(argv: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { sdk: text, ours: text, format: text, help: { type: "boolean" } },
    });
  } catch (error) {
    throw new ToolError(sayInOneLine(error));
  }
}

function isFormat(text: string): text is Format {
  return text === "table" || text === "json" || text === "markdown";
}

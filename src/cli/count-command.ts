import { CHECK_FLAGS, CHECK_HELP, toValidateOptions } from "./check-flags.js";
import {
  chooseFormat,
  type Command,
  type ExitCode,
  FORMAT_FLAGS,
  parseOptions,
  UsageError,
} from "./command.js";
import { chooseCounter, KEY_VARIABLE } from "./choose-counter.js";
import { countSource } from "./count-source.js";
import { listExamples } from "./examples.js";
import { mapInOrder } from "./map-in-order.js";
import { checkSource } from "./read/check-source.js";
import { findFiles } from "./read/find-files.js";
import { readRequests } from "./read/read-requests.js";
import { type CountRun, writeCountsAsText } from "./report/write-counts.js";
import { writeCountsAsJson } from "./report/write-counts-as-json.js";

/** Requests under way at once when the provider is asked. */
const AT_ONCE = 4;

/** `input-tokens count`: how many tokens each body would cost. */
export const countCommand: Command = {
  summary: "count the input tokens of request bodies",
  help: [
    "Counts the input tokens of request bodies, of bundled examples if no file is named.",
    "",
    "Usage: input-tokens count [options] [FILE... | -]",
    "",
    `With ${KEY_VARIABLE} set the provider is asked. Without it the count is made here: an estimate, marked as`,
    "such, with what it leaves out. Where the tokenizer package knows the model, the share of its context and the price",
    "are shown: by the package's own data, in US dollars, nothing cached. Files are JSON, JSON Lines or YAML, a folder stands for all in it; patterns",
    "such as '**/*.json' are understood, - is standard input. Bodies for POST /responses and lines of Batch files",
    "are taken too. Unknown keys at the top of a body are warned of.",
    "",
    "Options:",
    "      --local                count here, even if there is a key",
    "      --base-url URL         ask this server, such as a proxy or a test server, in place of the provider",
    "      --model NAME           count as this model, whatever the bodies say",
    "      --parts                show where the tokens go, as a tree; counts here",
    "      --compare              count here and ask the server too, and show the difference",
    "      --max-tokens NUMBER    exit with 1 if a request has more",
    "      --format FORMAT        text (default) or json: one JSON object a line; --json for short",
    "      --verbose              name what is left out of bodies for POST /responses, such as stream",
    ...CHECK_HELP,
    "  -h, --help                 this text",
    "",
    "Examples:",
    "  input-tokens count",
    "  input-tokens count body.json",
    "  input-tokens count --parts body.json",
    "  input-tokens count --max-tokens 100000 requests/",
    "  input-tokens count --local --model gpt-4o 'requests/**/*.yaml'",
    "  cat body.json | input-tokens count --json -",
    "",
    "Exit code: 0 all were counted, 1 some were not (a bad body, a refusal) or have more than --max-tokens, 2 wrong",
    "usage or a file cannot be read.",
  ].join("\n"),

  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, {
      ...CHECK_FLAGS,
      local: { type: "boolean" },
      ...FORMAT_FLAGS,
      "base-url": { type: "string" },
      model: { type: "string" },
      parts: { type: "boolean" },
      compare: { type: "boolean" },
      "max-tokens": { type: "string" },
      verbose: { type: "boolean" },
    });
    const { local, "base-url": baseUrl, parts, compare } = values;
    const counter = chooseCounter({ local, baseUrl, parts, compare }, terminal.env);
    const maxTokens = toLimit(values["max-tokens"]);
    const isText = chooseFormat(values, ["text", "json"]) === "text";
    const files = positionals.length > 0 ? await findFiles(positionals) : await listExamples();
    if (positionals.length === 0 && isText) {
      terminal.print("No file was named: these are the bundled examples. See input-tokens count --help\n");
    }
    const options = { ...toValidateOptions(values), takesGeneration: true };
    const settings = { counter, model: values.model, maxTokens };
    const counts = mapInOrder(readRequests(files, terminal), AT_ONCE, (source) =>
      countSource(checkSource(source, options), settings),
    );
    const shown = parts ? "all" : positionals.length === 0 ? "largest" : "none";
    const run: CountRun = { files, counter, parts: shown, maxTokens };
    const writer = isText ? writeCountsAsText(terminal, run) : writeCountsAsJson(terminal, run);
    let worst: ExitCode = 0;
    const generationKeys = new Set<string>();
    for await (const outcome of counts) {
      if (outcome.kind !== "unreadable") for (const key of outcome.generationKeys) generationKeys.add(key);
      writer.write(outcome);
      if (outcome.kind === "unreadable") worst = 2;
      else if ((outcome.kind !== "counted" || outcome.limit?.isOver) && worst === 0) worst = 1;
    }
    writer.finish();
    const leftOut = wordLeftOut(generationKeys);
    if (values.verbose && leftOut) terminal.warn(leftOut);
    return worst;
  },
};

/** Words on what is left out of bodies, for the end of a run under --verbose; undefined where nothing is. */
function wordLeftOut(generationKeys: ReadonlySet<string>): string | undefined {
  if (generationKeys.size === 0) return undefined;
  return `Left out, as only generation takes them: ${[...generationKeys].join(", ")}.`;
}

function toLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError("--max-tokens must be a whole number of tokens.");
}

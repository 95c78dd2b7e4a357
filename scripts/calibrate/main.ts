import { parseArgs } from "node:util";
import { createLocalCounter } from "../../src/local/index.js";
import { askProvider } from "./ask-provider.js";
import { compare, type Comparison } from "./compare.js";
import { readRecordings } from "./read-recordings.js";
import { reportComparisons } from "./report.js";

const HELP = `Compares the offline count with the provider's.

  npm run calibrate -- FILE.jsonl...   lines of {body, model, input_tokens}; a "source" names the line
  npm run calibrate -- --live          asks the provider about a small corpus of ours first (needs OPENAI_API_KEY)

  --model NAME   with --live: for this model; may be repeated (default: gpt-5-mini)
  --out FILE     with --live: writes what the provider counted (default: calibration.jsonl)`;

async function calibrate(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      live: { type: "boolean" },
      model: { type: "string", multiple: true, default: ["gpt-5-mini"] },
      out: { type: "string", default: "calibration.jsonl" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help || (!values.live && positionals.length === 0)) return console.log(HELP);
  if (values.live) await askProvider(values.model, values.out);
  const counter = createLocalCounter();
  const comparisons: Comparison[] = [];
  for await (const recording of readRecordings(values.live ? [values.out] : positionals)) {
    comparisons.push(await compare(recording, counter));
  }
  console.log(reportComparisons(comparisons));
}

try {
  await calibrate(process.argv.slice(2));
} catch (error) {
  console.error(`calibrate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

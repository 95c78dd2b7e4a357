import { parseArgs } from "node:util";
import { makeJudge } from "./recordings/judge.js";
import { readRecordings } from "./recordings/read.js";
import { formatScores } from "./recordings/report.js";

const USAGE = `Usage: npm run recordings -- FILE.jsonl…

Holds our verdicts against what the provider answered. A line of a file is {"body": …, "status": …, "error": …};
status and error are for bodies that the provider refused. Ends with 1 when a body that it answered is refused.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: "boolean", short: "h" } },
});

if (values.help || positionals.length === 0) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const judges = [
    ["default", makeJudge({})],
    ["strict", makeJudge({ unknownKeys: "reject" })],
    ["strict, with schemas", makeJudge({ unknownKeys: "reject", strictSchemas: "check" })],
  ] as const;
  for await (const recording of readRecordings(positionals))
    for (const [, judge] of judges) judge.add(recording);
  console.log(formatScores(judges.map(([name, { score }]) => [name, score])));
  if (judges[0][1].score.accepted < judges[0][1].score.answered) process.exitCode = 1;
}

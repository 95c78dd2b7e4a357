import { CHECK_FLAGS, CHECK_HELP, toValidateOptions } from "./check-flags.js";
import {
  chooseFormat,
  type Command,
  type ExitCode,
  FORMAT_FLAGS,
  parseOptions,
  UsageError,
} from "./command.js";
import { checkSource } from "./read/check-source.js";
import { findFiles } from "./read/find-files.js";
import { readRequests } from "./read/read-requests.js";
import { reportGithub, reportJson, reportText } from "./report/report-issues.js";

const REPORTERS = { text: reportText, json: reportJson, github: reportGithub };

/** `input-tokens validate`: every fault of every body, with its place in the file. */
export const validateCommand: Command = {
  summary: "check request bodies and show each fault at its place",
  help: [
    "Checks request bodies and shows every fault with file, line, column and the lines around it.",
    "",
    "Usage: input-tokens validate [options] FILE... | -",
    "",
    "Files are JSON, JSON Lines or YAML, a folder stands for all in it; patterns such as 'requests/**/*.json' are",
    "understood, - is standard input. Of lines of Batch files the body is checked. Unknown keys at the top of a body",
    "are warned of, and those that only generation takes are let pass, unless --strict refuses both.",
    "",
    "Options:",
    ...CHECK_HELP,
    "      --format FORMAT        text (default), json (one object; --json for short), github (annotations",
    "                             for Actions)",
    "  -h, --help                 this text",
    "",
    "Examples:",
    "  input-tokens validate body.json",
    "  input-tokens validate --strict 'requests/**/*.{json,yaml}'",
    "  jq .request log.json | input-tokens validate -",
    "  input-tokens validate --format github 'fixtures/*.jsonl'",
    "",
    "Exit code: 0 all are valid, 1 some are not, 2 wrong usage or a file cannot be read.",
  ].join("\n"),

  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, { ...CHECK_FLAGS, ...FORMAT_FLAGS });
    const format = chooseFormat(values, ["text", "json", "github"]);
    if (positionals.length === 0) throw new UsageError("Name the files to check, or - for standard input.");

    const reporter = REPORTERS[format](terminal);
    const options = toValidateOptions(values);
    const files = await findFiles(positionals);
    let worst: ExitCode = 0;
    for await (const source of readRequests(files, terminal)) {
      const checked = checkSource(source, options);
      reporter.report(checked);
      if (checked.kind === "unreadable") worst = 2;
      else if (checked.issues.length > 0 && worst === 0) worst = 1;
    }
    reporter.finish();
    return worst;
  },
};

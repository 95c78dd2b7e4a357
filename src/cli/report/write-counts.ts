import type { CommandCounter } from "../choose-counter.js";
import type { CountOutcome } from "../count-source.js";
import { countOf, formatNumber } from "./plural.js";
import { flattenIssue, MORE, toWarnings, wordIssue, wordWarning } from "./report-issues.js";
import { printable, printableJson } from "./printable.js";
import { showProgress } from "./progress.js";
import type { Terminal } from "../terminal.js";
import { addTokens, type Tokens, wordTokens } from "./word-tokens.js";

/** A way of writing counts. `finish` is called after the last. */
export interface CountWriter {
  write(outcome: CountOutcome): void;
  finish(): void;
}

/** Longest file name that the columns make room for, and the room for a number with its commas. */
const MAX_NAME = 60;
const NUMBER_WIDTH = 9;

/** For people: a line a request, what each leaves out, and a sum of several. */
export function writeCountsAsText(
  terminal: Terminal,
  files: readonly string[],
  counter: CommandCounter,
): CountWriter {
  const { paint, paintWarning } = terminal;
  const width = Math.min(MAX_NAME, Math.max(...files.map((file) => file.length)));
  const progress = showProgress(terminal, files.length);
  let seen = 0;
  let counted = 0;
  let total: Tokens = { tokens: 0, range: counter.estimates ? [0, 0] : undefined };

  let introduced = false;
  /** Of a server it is said only once it has counted something. */
  const introduce = (): void => {
    if (!introduced) terminal.print(paint.dim(counter.source));
    introduced = true;
  };

  const describe = (outcome: CountOutcome): void => {
    const name = printable(outcome.label).padEnd(width);
    if (outcome.kind !== "unreadable") {
      for (const warning of outcome.warnings) {
        terminal.warn(wordWarning(warning, outcome.file, paintWarning));
      }
    }
    if (outcome.kind === "counted") {
      introduce();
      counted++;
      total = addTokens(total, outcome);
      const { before, number, after } = wordTokens(outcome);
      const amount = `${before}${paint.bold(number)}`.padStart(NUMBER_WIDTH + paint.bold("").length);
      terminal.print(`${name}  ${amount} tokens${paint.yellow(after)}`);
      for (const { param, reason } of outcome.leftOut) {
        terminal.print(paint.dim(`  estimate: ${printable(param ? `${param}: ${reason}` : reason)}`));
      }
    } else if (outcome.kind === "invalid") {
      for (const issue of outcome.issues) {
        const { line, column } = issue.position;
        terminal.warn(`${printable(outcome.file)}:${line}:${column} ${paintWarning.red(wordIssue(issue))}`);
      }
      if (outcome.hasMore) terminal.warn(`${name.trimEnd()}: ${MORE}`);
    } else {
      terminal.warn(`${printable(outcome.label)}: ${paintWarning.red(printable(outcome.message))}`);
    }
  };

  if (counter.estimates) introduce();
  return {
    write(outcome) {
      seen++;
      describe(outcome);
      progress(seen);
    },
    finish() {
      progress(undefined);
      if (seen < 2) return;
      const missing = counted < seen ? `, ${formatNumber(seen - counted)} not counted` : "";
      const { before, number, after } = wordTokens(total);
      terminal.print(`\n${countOf(counted, "request")}, ${before}${number} tokens${after}${missing}`);
    },
  };
}

/** For programs: one JSON object a request and line, shaped as the provider's answer or as its error. */
export function writeCountsAsJson(terminal: Terminal): CountWriter {
  return {
    write(outcome) {
      terminal.print(printableJson(toRecord(outcome)));
    },
    finish() {},
  };
}

function toRecord(outcome: CountOutcome): object {
  const { file, line } = outcome;
  if (outcome.kind === "unreadable") return { file, line, error: outcome.message };
  const warnings = toWarnings(outcome.warnings);
  switch (outcome.kind) {
    case "counted": {
      const { tokens: input_tokens, range, leftOut: left_out } = outcome;
      const estimate = range !== undefined;
      const count = { object: "response.input_tokens", input_tokens, estimate, range, left_out };
      return { file, line, ...count, ...warnings };
    }
    case "invalid": {
      const { issues, hasMore } = outcome;
      return { file, line, issues: issues.map(flattenIssue), ...(hasMore && { hasMore }), ...warnings };
    }
    case "failed":
      return { file, line, error: outcome.message, ...warnings };
  }
}

import type { CommandCounter } from "./choose-counter.js";
import type { CountOutcome } from "./count-source.js";
import { countOf, formatNumber } from "./plural.js";
import { printable } from "./printable.js";
import { showProgress } from "./progress.js";
import type { Terminal } from "./terminal.js";

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
  const { paint } = terminal;
  const width = Math.min(MAX_NAME, Math.max(...files.map((file) => file.length)));
  const mark = counter.estimates ? " (estimate)" : "";
  const progress = showProgress(terminal, files.length);
  let seen = 0;
  let counted = 0;
  let total = 0;

  const describe = (outcome: CountOutcome): void => {
    const name = printable(outcome.label).padEnd(width);
    if (outcome.kind === "counted") {
      counted++;
      total += outcome.tokens;
      const tokens = paint.bold(formatNumber(outcome.tokens).padStart(NUMBER_WIDTH));
      terminal.print(`${name}  ${tokens} tokens${paint.yellow(mark)}`);
      for (const { param, reason } of outcome.leftOut) {
        terminal.print(paint.dim(`  estimate: ${printable(param ? `${param}: ${reason}` : reason)}`));
      }
    } else if (outcome.kind === "invalid") {
      for (const { position, message } of outcome.issues) {
        const place = `${printable(outcome.file)}:${position.line}:${position.column}`;
        terminal.warn(`${place} ${paint.red(printable(message))}`);
      }
    } else {
      terminal.warn(`${printable(outcome.label)}: ${paint.red(printable(outcome.message))}`);
    }
  };

  terminal.print(paint.dim(counter.intro));
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
      terminal.print(`\n${countOf(counted, "request")}, ${formatNumber(total)} tokens${mark}${missing}`);
    },
  };
}

/** For programs: one JSON object a request and line, shaped as the provider's answer or as its error. */
export function writeCountsAsJson(terminal: Terminal): CountWriter {
  return {
    write(outcome) {
      terminal.print(JSON.stringify(toRecord(outcome)));
    },
    finish() {},
  };
}

function toRecord(outcome: CountOutcome): object {
  const { file, line } = outcome;
  switch (outcome.kind) {
    case "counted": {
      const { tokens: input_tokens, estimate, leftOut: left_out } = outcome;
      return { file, line, object: "response.input_tokens", input_tokens, estimate, left_out };
    }
    case "invalid":
      return {
        file,
        line,
        issues: outcome.issues.map(({ position, ...issue }) => ({ ...position, ...issue })),
      };
    default:
      return { file, line, error: outcome.message };
  }
}

import type { CommandCounter } from "../choose-counter.js";
import type { CountedRequest, CountOutcome } from "../count-source.js";
import type { Terminal } from "../terminal.js";
import { drawParts } from "./draw-parts.js";
import { countOf, formatNumber } from "./plural.js";
import { printable } from "./printable.js";
import { showProgress } from "./progress.js";
import { MORE, wordIssue, wordWarning } from "./report-issues.js";
import { addTokens, type Tokens, wordDifference, wordTokens, wordUse } from "./word-tokens.js";

/** A way of writing counts. `finish` is called after the last. */
export interface CountWriter {
  write(outcome: CountOutcome): void;
  finish(): void;
}

/** What a writer is told of the run. */
export interface CountRun {
  files: readonly string[];
  counter: CommandCounter;
  /** Whether the parts of each request are written: of none, of all, or of the largest at the end. */
  parts: "none" | "all" | "largest";
  maxTokens: number | undefined;
}

/** Longest file name that the columns make room for, and the room for a number with its commas. */
const MAX_NAME = 60;
const NUMBER_WIDTH = 9;

/** For people: a line a request, what each leaves out, and a sum of several. */
export function writeCountsAsText(terminal: Terminal, run: CountRun): CountWriter {
  return new TextWriter(terminal, run);
}

class TextWriter implements CountWriter {
  private readonly width: number;
  private readonly progress: (done: number | undefined) => void;
  private seen = 0;
  private counted = 0;
  private total: Tokens;
  private compared = 0;
  private largest: CountedRequest | undefined;
  private introduced = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly run: CountRun,
  ) {
    this.width = Math.min(MAX_NAME, Math.max(...run.files.map((file) => file.length)));
    this.progress = showProgress(terminal, run.files.length);
    this.total = { tokens: 0, range: run.counter.estimates ? [0, 0] : undefined };
    if (run.counter.estimates) this.introduce();
  }

  write(outcome: CountOutcome): void {
    this.seen++;
    if (outcome.kind !== "unreadable") {
      for (const warning of outcome.warnings) {
        this.terminal.warn(wordWarning(warning, outcome.file, this.terminal.paintWarning));
      }
    }
    if (outcome.kind === "counted") this.writeCount(outcome);
    else this.writeFailure(outcome);
    this.progress(this.seen);
  }

  finish(): void {
    this.progress(undefined);
    if (this.seen > 1) this.writeSum();
    if (this.run.parts === "largest" && this.largest) {
      this.terminal.print(
        `\nWhere the tokens of ${printable(this.largest.label)} go (--parts shows it of any):`,
      );
      this.writeParts(this.largest);
    }
  }

  /** Of a server it is said only once it has counted something. */
  private introduce(): void {
    if (!this.introduced) this.terminal.print(this.terminal.paint.dim(this.run.counter.source));
    this.introduced = true;
  }

  private writeCount(outcome: CountedRequest): void {
    const { paint } = this.terminal;
    this.introduce();
    this.counted++;
    this.total = addTokens(this.total, outcome);
    if (outcome.tokens > (this.largest?.tokens ?? -1)) this.largest = outcome;
    const { before, number, after } = wordTokens(outcome);
    const amount = `${before}${paint.bold(number)}`.padStart(NUMBER_WIDTH + paint.bold("").length);
    const name = printable(outcome.label).padEnd(this.width);
    const use = outcome.use ? paint.dim(`, ${wordUse(outcome.use, outcome)}`) : "";
    this.terminal.print(`${name}  ${amount} tokens${paint.yellow(after)}${use}`);
    for (const { param, reason } of outcome.leftOut) {
      this.terminal.print(paint.dim(`  estimate: ${printable(param ? `${param}: ${reason}` : reason)}`));
    }
    if (outcome.compared) this.writeComparison(outcome, outcome.compared);
    if (outcome.limit) this.writeLimit(outcome.label, outcome.limit);
    if (this.run.parts === "all") this.writeParts(outcome);
  }

  private writeComparison(outcome: CountedRequest, { by, tokens }: { by: string; tokens: number }): void {
    this.compared += tokens;
    this.terminal.print(
      `  counted by ${by}: ${formatNumber(tokens)} tokens, ${wordDifference(tokens, outcome)}`,
    );
  }

  private writeLimit(label: string, { isOver, fits }: { isOver: boolean; fits: boolean | null }): void {
    const { paintWarning } = this.terminal;
    const limit = formatNumber(this.run.maxTokens ?? 0);
    if (isOver) {
      const words = `${fits === null ? "probably " : ""}more than ${limit} tokens`;
      this.terminal.warn(`${printable(label)}: ${paintWarning.red(words)}`);
    } else if (fits === null) {
      const warning = paintWarning.yellow("warning:");
      this.terminal.warn(`${printable(label)}: ${warning} it may be more than ${limit} tokens`);
    }
  }

  private writeParts({ parts, body }: CountedRequest): void {
    if (!parts || parts.length === 0) return;
    for (const line of drawParts(parts, body, this.terminal)) this.terminal.print(line);
    if (this.run.parts === "all") this.terminal.print("");
  }

  private writeFailure(outcome: Exclude<CountOutcome, CountedRequest>): void {
    const { warn, paintWarning } = this.terminal;
    const name = printable(outcome.label);
    if (outcome.kind !== "invalid") {
      warn(`${name}: ${paintWarning.red(printable(outcome.message))}`);
      return;
    }
    for (const issue of outcome.issues) {
      const { line, column } = issue.position;
      warn(`${printable(outcome.file)}:${line}:${column} ${paintWarning.red(wordIssue(issue))}`);
    }
    if (outcome.hasMore) warn(`${name}: ${MORE}`);
  }

  private writeSum(): void {
    const missing = this.counted < this.seen ? `, ${formatNumber(this.seen - this.counted)} not counted` : "";
    const { before, number, after } = wordTokens(this.total);
    const sum = `${countOf(this.counted, "request")}, ${before}${number} tokens${after}${missing}`;
    this.terminal.print(this.run.parts === "all" ? sum : `\n${sum}`);
    const { other } = this.run.counter;
    if (!other || this.counted === 0) return;
    const difference = wordDifference(this.compared, this.total);
    this.terminal.print(`counted by ${other.name}: ${formatNumber(this.compared)} tokens, ${difference}`);
  }
}

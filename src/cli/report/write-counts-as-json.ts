import type { CountedRequest, CountOutcome } from "../count-source.js";
import type { Terminal } from "../terminal.js";
import { printableJson } from "./printable.js";
import { flattenIssue, toWarnings } from "./report-issues.js";
import type { CountRun, CountWriter } from "./write-counts.js";

/** For programs: one JSON object a request and line, shaped as the provider's answer or as its error. */
export function writeCountsAsJson(terminal: Terminal, run: CountRun): CountWriter {
  return {
    write(outcome) {
      terminal.print(printableJson(toRecord(outcome, run)));
    },
    finish() {},
  };
}

function toRecord(outcome: CountOutcome, run: CountRun): object {
  const { file, line } = outcome;
  if (outcome.kind === "unreadable") return { file, line, error: outcome.message };
  const warnings = toWarnings(outcome.warnings);
  switch (outcome.kind) {
    case "counted":
      return { file, line, ...describeCount(outcome, run), ...warnings };
    case "invalid": {
      const { issues, hasMore } = outcome;
      return { file, line, issues: issues.map(flattenIssue), ...(hasMore && { hasMore }), ...warnings };
    }
    case "failed":
      return { file, line, error: outcome.message, ...warnings };
  }
}

/** Members that are undefined are not written. */
function describeCount(outcome: CountedRequest, run: CountRun): object {
  const { tokens, range, leftOut, parts, compared, use, limit } = outcome;
  return {
    object: "response.input_tokens",
    input_tokens: tokens,
    estimate: range !== undefined,
    range,
    parts: run.parts === "all" ? parts : undefined,
    left_out: leftOut,
    compared: compared && {
      input_tokens: compared.tokens,
      difference: compared.tokens - tokens,
      by: compared.by,
    },
    model_use: use,
    fits: limit?.fits,
  };
}

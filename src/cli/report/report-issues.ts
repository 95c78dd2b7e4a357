import type { CheckedSource, PlacedIssue } from "../read/check-source.js";
import type { SourceText } from "../read/source-text.js";
import type { Painter, Terminal } from "../terminal.js";
import { codeFrame } from "./code-frame.js";
import { countOf } from "./plural.js";
import { printable, printableJson } from "./printable.js";

/** A way of writing what `validate` finds. */
export interface Reporter {
  /** Takes the outcome of one request. */
  report(checked: CheckedSource): void;
  /** Is called after the last. */
  finish(): void;
}

/** For people: each issue with the lines around it, and a summary. */
export function reportText(terminal: Terminal): Reporter {
  const { paint, paintWarning } = terminal;
  let bodies = 0;
  let bad = 0;
  let issues = 0;

  const describe = (issue: PlacedIssue, file: string, source: SourceText): string => {
    const { line, column } = issue.position;
    const place = paint.bold(`${printable(file)}:${line}:${column}`);
    const head = `${place} ${paint.red(wordIssue(issue))} ${paint.dim(`[${issue.code}]`)}`;
    return `${head}\n${codeFrame(source, issue.position, paint)}\n`;
  };

  return {
    report(checked) {
      if (checked.kind === "unreadable") {
        terminal.warn(`${printable(checked.file)}: ${checked.message}`);
        return;
      }
      bodies++;
      for (const warning of checked.warnings) terminal.warn(wordWarning(warning, checked.file, paintWarning));
      if (checked.issues.length > 0) bad++;
      issues += checked.issues.length;
      for (const issue of checked.issues) terminal.print(describe(issue, checked.file, checked.source));
      if (checked.hasMore) terminal.print(`${printable(checked.label)}: ${MORE}\n`);
    },
    finish() {
      if (bodies === 0) return;
      const found = bad === 0 ? "" : `: ${countOf(issues, "issue")} in ${bad} of them`;
      terminal.print(
        `${countOf(bodies, "request")} checked, ${bad === 0 ? "all valid" : "not all valid"}${found}.`,
      );
    },
  };
}

/** Said where not all issues of a request were looked for. */
export const MORE = "there may be more issues than these.";
/** UTF-16 units of a place that a line has room for. */
const MAX_PLACE = 200;

/** The message of an issue as a line shows it: a long place is cut in the middle. */
export function wordIssue({ message, param }: PlacedIssue): string {
  if (param === null || param.length <= MAX_PLACE) return printable(message);
  const short = `${param.slice(0, MAX_PLACE / 2)}…${param.slice(-MAX_PLACE / 2)}`;
  return printable(message.replace(param, () => short));
}

/** A warning as a line of its own. */
export function wordWarning(warning: PlacedIssue, file: string, paint: Painter): string {
  const { line, column } = warning.position;
  return `${printable(file)}:${line}:${column} ${paint.yellow("warning:")} ${wordIssue(warning)}`;
}

/** For programs: one JSON object with all requests, their issues, and the files that could not be read. */
export function reportJson(terminal: Terminal): Reporter {
  const unreadable: object[] = [];
  let valid = true;
  let requests = 0;
  // Written as it goes, a line an issue, for all of them together may be more than a string can hold.
  const begin = (): string => (requests++ === 0 ? '{"requests":[' : ",");
  return {
    report(checked) {
      if (checked.kind === "unreadable") {
        valid = false;
        unreadable.push({ file: checked.file, message: checked.message });
        return;
      }
      const { file, line, issues, hasMore, warnings } = checked;
      valid &&= issues.length === 0;
      const head = printableJson({
        file,
        line,
        valid: issues.length === 0,
        ...(hasMore && { hasMore }),
        ...toWarnings(warnings),
      });
      const lines = issues.map((issue) => printableJson(flattenIssue(issue)));
      terminal.print(`${begin()}${head.slice(0, -1)},"issues":[${lines.join(",\n")}]}`);
    },
    finish() {
      const end = printableJson({ unreadable, valid });
      terminal.print(`${requests === 0 ? '{"requests":[' : ""}],${end.slice(1)}`);
    },
  };
}

/** The warnings of a request as programs get them; nothing where there are none. */
export function toWarnings(warnings: PlacedIssue[]): { warnings?: object[] } {
  return warnings.length === 0 ? {} : { warnings: warnings.map(flattenIssue) };
}

/** An issue as programs get it, its place beside the rest. */
export function flattenIssue({ position, ...issue }: PlacedIssue): object {
  return { ...position, ...issue };
}

/** For GitHub Actions: a workflow command an issue or warning, which becomes an annotation of the file. */
export function reportGithub(terminal: Terminal): Reporter {
  const annotateIssue = (level: "error" | "warning", file: string, issue: PlacedIssue): void => {
    const { line, column } = issue.position;
    terminal.print(annotate(level, { file, line, col: column, title: issue.code }, wordIssue(issue)));
  };
  return {
    report(checked) {
      const { file } = checked;
      if (checked.kind === "unreadable") {
        terminal.print(annotate("error", { file, title: "unreadable" }, checked.message));
        return;
      }
      for (const issue of checked.issues) annotateIssue("error", file, issue);
      for (const warning of checked.warnings) annotateIssue("warning", file, warning);
      if (checked.hasMore)
        terminal.print(annotate("error", { file, line: checked.line, title: "more" }, MORE));
    },
    finish() {},
  };
}

function annotate(level: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(",")}::${escapeData(message)}`;
}

/** The escapes of github.com/actions/toolkit, packages/core/src/command.ts; the log of a run is a terminal too. */
function escapeData(text: string): string {
  return printable(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

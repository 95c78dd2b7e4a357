import type { PlacedIssue } from "./check-source.js";
import { codeFrame } from "./code-frame.js";
import { countOf } from "./plural.js";
import { printable } from "./printable.js";
import type { Reporter } from "./reporter.js";
import type { Terminal } from "./terminal.js";

/** For people: each issue with the lines around it, and a summary. */
export function reportText(terminal: Terminal): Reporter {
  const { paint } = terminal;
  let bodies = 0;
  let bad = 0;
  let issues = 0;

  const describe = (issue: PlacedIssue, file: string, text: string): string => {
    const { line, column } = issue.position;
    const place = paint.bold(`${printable(file)}:${line}:${column}`);
    const head = `${place} ${paint.red(printable(issue.message))} ${paint.dim(`[${issue.code}]`)}`;
    return `${head}\n${codeFrame(text, issue.position, paint)}\n`;
  };

  return {
    report(checked) {
      if (checked.kind === "unreadable") {
        terminal.warn(`${printable(checked.file)}: ${checked.message}`);
        return;
      }
      bodies++;
      if (checked.issues.length > 0) bad++;
      issues += checked.issues.length;
      for (const issue of checked.issues) terminal.print(describe(issue, checked.file, checked.text));
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

import type { Reporter } from "./reporter.js";
import type { Terminal } from "./terminal.js";

/** For programs: one JSON object with all requests, their issues, and the files that could not be read. */
export function reportJson(terminal: Terminal): Reporter {
  const requests: object[] = [];
  const unreadable: object[] = [];
  let valid = true;
  return {
    report(checked) {
      if (checked.kind === "unreadable") {
        valid = false;
        unreadable.push({ file: checked.file, message: checked.message });
        return;
      }
      const issues = checked.issues.map(({ position, ...issue }) => ({ ...position, ...issue }));
      valid &&= issues.length === 0;
      requests.push({ file: checked.file, line: checked.line, valid: issues.length === 0, issues });
    },
    finish() {
      terminal.print(JSON.stringify({ valid, requests, unreadable }, null, 2));
    },
  };
}

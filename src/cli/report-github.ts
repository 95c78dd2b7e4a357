import type { Reporter } from "./reporter.js";
import type { Terminal } from "./terminal.js";

/** For GitHub Actions: one `::error` workflow command an issue, which becomes an annotation of the file. */
export function reportGithub(terminal: Terminal): Reporter {
  return {
    report(checked) {
      const { file } = checked;
      if (checked.kind === "unreadable") {
        terminal.print(annotate({ file, title: "unreadable" }, checked.message));
        return;
      }
      for (const { position, code, message } of checked.issues) {
        terminal.print(annotate({ file, line: position.line, col: position.column, title: code }, message));
      }
    },
    finish() {},
  };
}

function annotate(properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::error ${list.join(",")}::${escapeData(message)}`;
}

/** The escapes of github.com/actions/toolkit, packages/core/src/command.ts. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

import { readFile } from "node:fs/promises";
import { UsageError } from "./command.js";
import { codeOf } from "./error-facts.js";
import { expandFiles } from "./expand-files.js";
import { parseSource } from "./parse-source.js";
import type { SourceDocument, SyntaxFault } from "./source.js";
import type { Terminal } from "./terminal.js";

/** What came of one place where a request was looked for. */
export type RequestSource =
  | (Place & { kind: "document"; text: string; document: SourceDocument })
  | (Place & { kind: "fault"; text: string; fault: SyntaxFault })
  | (Place & { kind: "unreadable"; message: string });

/** Where a request stands. */
export interface Place {
  file: string;
  /** The line on which it begins. */
  line: number;
  /** The name to show: that of the file, with the line if the file holds several requests. */
  label: string;
}

/** The name under which standard input is reported. */
const INPUT_NAME = "<stdin>";

/**
 * Lists the files that the arguments name.
 * @throws {UsageError} when a pattern matches nothing
 */
export async function listFiles(args: readonly string[]): Promise<string[]> {
  const { files, unmatched } = await expandFiles(args);
  if (unmatched.length > 0) throw new UsageError(`No file matches '${unmatched.join("', '")}'.`);
  return files;
}

/** Reads the requests of these files, one after the other; `-` is standard input. */
export async function* readRequests(
  files: readonly string[],
  terminal: Terminal,
): AsyncGenerator<RequestSource> {
  for (const name of files) {
    const file = name === "-" ? INPUT_NAME : name;
    let text: string;
    try {
      text = name === "-" ? await terminal.readInput() : await readFile(name, "utf8");
    } catch (error) {
      yield { kind: "unreadable", file, line: 1, label: file, message: explain(error) };
      continue;
    }
    yield* splitFile(file, text);
  }
}

function* splitFile(file: string, text: string): Generator<RequestSource> {
  const parts = parseSource(file, text);
  if (parts.length === 0) {
    const fault = { message: "There is no request in it.", position: { line: 1, column: 1 } };
    yield { kind: "fault", file, line: 1, label: file, text, fault };
  }
  for (const part of parts) {
    const line = "fault" in part ? part.fault.position.line : part.document.start.line;
    const label = parts.length > 1 ? `${file}:${line}` : file;
    if ("fault" in part) yield { kind: "fault", file, line, label, text, fault: part.fault };
    else yield { kind: "document", file, line, label, text, document: part.document };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EISDIR: "it is a folder; name its files, for instance with a pattern such as 'folder/**/*.json'",
};

function explain(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? `it cannot be read${code ? ` (${code})` : ""}`;
}

import type { Terminal } from "../terminal.js";
import { parseSource, type SourceDocument, type SourcePart, type SyntaxFault } from "./parse-source.js";
import { readText } from "./read-text.js";
import { SourceText } from "./source-text.js";

/** What came of one place where a request was looked for. */
export type RequestSource =
  | (Place & { kind: "document"; source: SourceText; document: SourceDocument })
  | (Place & { kind: "fault"; source: SourceText; fault: SyntaxFault })
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

/** Reads the requests of these files, one after the other; `-` is standard input. */
export async function* readRequests(
  files: readonly string[],
  terminal: Terminal,
): AsyncGenerator<RequestSource> {
  for (const name of files) {
    const file = name === "-" ? INPUT_NAME : name;
    const read = await readText(name, terminal);
    if ("problem" in read) yield { kind: "unreadable", file, line: 1, label: file, message: read.problem };
    else yield* splitFile(file, new SourceText(read.text));
  }
}

function* splitFile(file: string, source: SourceText): Generator<RequestSource> {
  let first: SourcePart | undefined;
  let parts = 0;
  for (const part of parseSource(file, source)) {
    // One alone goes by the name of its file, so the first waits for a second.
    if (++parts === 1) first = part;
    else {
      if (first) yield toRequest(first, file, source, true);
      first = undefined;
      yield toRequest(part, file, source, true);
    }
  }
  const none = { fault: { message: "There is no request in it.", position: { line: 1, column: 1 } } };
  if (parts < 2) yield toRequest(first ?? none, file, source, false);
}

function toRequest(part: SourcePart, file: string, source: SourceText, isOneOfMany: boolean): RequestSource {
  const line = "fault" in part ? part.fault.position.line : part.document.start.line;
  const place = { file, line, label: isOneOfMany ? `${file}:${line}` : file, source };
  return "fault" in part
    ? { ...place, kind: "fault", fault: part.fault }
    : { ...place, kind: "document", document: part.document };
}

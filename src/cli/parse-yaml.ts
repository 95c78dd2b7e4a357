import { type Document, LineCounter, parseAllDocuments } from "yaml";
import { locateNode } from "./locate-node.js";
import { couldNestDeeper, MAX_NESTING } from "./nesting.js";
import { type Position, positionAt, type SourcePart } from "./source.js";

const START: Position = { line: 1, column: 1 };

/** Parses a YAML text: one body a document, or the first fault of each. */
export function parseYaml(text: string): SourcePart[] {
  if (couldNestDeeper(text, MAX_NESTING)) {
    const message = `The YAML is nested deeper than ${MAX_NESTING} levels.`;
    return [{ fault: { message, position: START } }];
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  if (!Array.isArray(documents)) return []; // an empty text
  return documents.map((document) => toPart(document, text));
}

function toPart(document: Document.Parsed, text: string): SourcePart {
  const [error] = document.errors;
  if (error) return { fault: { message: plain(error.message), position: positionAt(text, error.pos[0]) } };
  const start = positionAt(text, document.contents?.range[0] ?? document.range[0]);
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return {
      document: { value, start, locate: (path, part) => locateNode(document, text, path, part) ?? start },
    };
  } catch {
    return { fault: { message: "The YAML has aliases that cannot be resolved.", position: start } };
  }
}

/** The parser's sentence without what it quotes of the text. */
function plain(message: string): string {
  const sentence = message.replace(/:?\s*(".*"|'.{4,}').*$/s, "");
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

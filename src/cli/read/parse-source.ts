import { extname } from "node:path";
import { parseJson, parseJsonLines } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import type { WantedPlace } from "./place-tree.js";
import type { Position, SourceText } from "./source-text.js";

/** One request body found in a file. */
export interface SourceDocument {
  /** The body as parsed. */
  value: unknown;
  /** Where it begins. */
  start: Position;
  /** Finds places in it, in one walk; each is that of the member, or of the nearest value around it that exists. */
  locate(wanted: readonly WantedPlace[]): Position[];
}

/** A text that is not what its format demands. */
export interface SyntaxFault {
  /** What is wrong, without any of the text. */
  message: string;
  position: Position;
}

/** What a file holds: bodies, faults, or both in a file of many bodies. */
export type SourcePart = { document: SourceDocument } | { fault: SyntaxFault };

type Parser = (source: SourceText) => Iterable<SourcePart>;

const PARSERS: ReadonlyMap<string, Parser> = new Map<string, Parser>([
  [".json", parseJson],
  [".jsonl", parseJsonLines],
  [".ndjson", parseJsonLines],
  [".yaml", parseYaml],
  [".yml", parseYaml],
]);

/** The endings of the names of files that hold requests. */
export const SOURCE_ENDINGS: readonly string[] = [...PARSERS.keys()];

/** Parses a file by the ending of its name; standard input and other endings by what the text looks like. */
export function parseSource(name: string, source: SourceText): Iterable<SourcePart> {
  const parser = PARSERS.get(extname(name).toLowerCase()) ?? guessParser(source.text);
  return parser(source);
}

/** JSON begins with a bracket; several lines that each are an object of their own are JSON Lines. */
function guessParser(text: string): Parser {
  if (!/^\s*[[{]/.test(text)) return parseYaml;
  const [first, second] = text.split("\n", 10_000).filter((line) => line.trim() !== "");
  return second !== undefined && isWholeJson(first ?? "") ? parseJsonLines : parseJson;
}

function isWholeJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

import { extname } from "node:path";
import { parseJson } from "./parse-json.js";
import { parseJsonLines } from "./parse-json-lines.js";
import { parseYaml } from "./parse-yaml.js";
import type { SourcePart } from "./source.js";

type Parser = (text: string) => SourcePart[];

const PARSERS: ReadonlyMap<string, Parser> = new Map([
  [".json", parseJson],
  [".jsonl", parseJsonLines],
  [".ndjson", parseJsonLines],
  [".yaml", parseYaml],
  [".yml", parseYaml],
]);

/** Parses a file by the ending of its name; standard input and other endings by what the text looks like. */
export function parseSource(name: string, text: string): SourcePart[] {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const parser = PARSERS.get(extname(name).toLowerCase()) ?? guessParser(plain);
  return parser(plain);
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

import { parseJson } from "./parse-json.js";
import { shift, type SourcePart } from "./source.js";

/** Parses JSON Lines: one body a line, blank lines skipped. A bad line does not stop the others. */
export function parseJsonLines(text: string): SourcePart[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const origin = { line: index + 1, column: 1 };
    return parseJson(line).map((part): SourcePart => {
      if ("fault" in part) return { fault: { ...part.fault, position: shift(part.fault.position, origin) } };
      const { value, start, locate } = part.document;
      return {
        document: {
          value,
          start: shift(start, origin),
          locate: (path, which) => shift(locate(path, which), origin),
        },
      };
    });
  });
}

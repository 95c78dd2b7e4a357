/** A place in a file; both count from 1, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** One request body found in a file. */
export interface SourceDocument {
  /** The body as parsed. */
  value: unknown;
  /** Where it begins. */
  start: Position;
  /**
   * Finds the place of a member, or of the nearest object around it that exists.
   * @param path member names and indexes from the root of the body
   * @param part whether the member's name or its value is meant
   */
  locate(path: readonly (string | number)[], part: "name" | "value"): Position;
}

/** A text that is not what its format demands. */
export interface SyntaxFault {
  /** What is wrong, without any of the text. */
  message: string;
  position: Position;
}

/** What a file holds: bodies, faults, or both in a file of many bodies. */
export type SourcePart = { document: SourceDocument } | { fault: SyntaxFault };

/** The position of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/** A position inside a part of a file, as a position in the whole file. */
export function shift(inner: Position, origin: Position): Position {
  const column = inner.line === 1 ? inner.column + origin.column - 1 : inner.column;
  return { line: inner.line + origin.line - 1, column };
}

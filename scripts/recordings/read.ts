import { readLines } from "./read-lines.js";

/** A request that was sent to the provider, and what it answered. */
export interface Recording {
  body: unknown;
  /** The answer's HTTP status; 200 where none is given. */
  status: number;
  /** The envelope's `error`, of an answer that refused the body. */
  error: { message?: unknown; param?: unknown; code?: unknown } | undefined;
}

/**
 * Reads files of recordings, a JSON object a line with `body` and, where the provider refused it, `status` and
 * `error`.
 * @throws {Error} naming file and line of what is no such object
 */
export async function* readRecordings(files: readonly string[]): AsyncGenerator<Recording> {
  for await (const { text, place } of readLines(files)) yield parseLine(text, place);
}

function parseLine(line: string, place: string): Recording {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${place} is no JSON; a line is an object such as {"body": {…}, "status": 200}.`);
  }
  if (typeof value !== "object" || value === null || !("body" in value))
    throw new Error(`${place} has no "body"; a line is an object such as {"body": {…}, "status": 200}.`);
  const { body, status, error } = value as { body: unknown; status?: unknown; error?: Recording["error"] };
  return { body, status: typeof status === "number" ? status : error ? 400 : 200, error };
}

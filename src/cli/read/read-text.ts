import { createReadStream } from "node:fs";
import type { Terminal } from "../terminal.js";
import { codeOf } from "../error-facts.js";

/** Bytes that are read of one file: what a string of the engine can hold, with room for what is made of it. */
const MAX_BYTES = 500_000_000;

/** The text of a file, or why there is none. */
export type ReadText = { text: string } | { problem: string };

/** Why a stream of bytes was not read to its end. */
class Unreadable extends Error {}

/** Reads a file as text; `-` is standard input. UTF-8, or UTF-16 if it says so by its first bytes. */
export async function readText(name: string, terminal: Terminal): Promise<ReadText> {
  const bytes = name === "-" ? terminal.readInput() : createReadStream(name, { highWaterMark: 1 << 20 });
  try {
    return { text: decode(await collect(bytes)) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    return { problem: explain(codeOf(error)) };
  }
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    if (length === 0 && isBinary(chunk)) throw new Unreadable("it is a binary file, not a text");
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) throw new Unreadable(`it is larger than ${MAX_BYTES / 1e6} MB`);
  }
  return Buffer.concat(chunks, length);
}

/** No text in UTF-8 has a zero byte. */
function isBinary(start: Uint8Array): boolean {
  return encodingOf(start) === "utf-8" && start.includes(0);
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

/** Decodes without the byte order mark. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable(
      bytes.includes(0)
        ? "it is a binary file, not a text"
        : "it is not a text in UTF-8, or it is a binary file",
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
};

function explain(code: string): string {
  return REASONS[code] ?? `it cannot be read${code ? ` (${code})` : ""}`;
}

import { readFile, stat } from "node:fs/promises";
import { parseDocument } from "yaml";
import { readMessage, sayInOneLine, ToolError } from "../tool-error.js";
import { isSchema } from "../wire/read-keywords.js";
import type { Schema } from "../wire/read-keywords.js";

/** Documents above this size (bytes) are refused: the provider's whole document has 3 MB. */
const MOST_BYTES = 50_000_000;
const TIMEOUT_MILLISECONDS = 60_000;

/**
 * Reads an OpenAPI document, YAML or JSON, from a file or a URL.
 * @throws ToolError when it cannot be read, is too large, or is no OpenAPI document
 */
export async function loadDocument(place: string): Promise<Schema> {
  const text = /^https?:\/\//.test(place) ? await download(place) : await readText(place);
  const document = parseText(text, place);
  if (!isSchema(document) || !isSchema(document["paths"])) {
    throw new ToolError(`${place} is no OpenAPI document: it has no "paths"`);
  }
  return document;
}

async function readText(path: string): Promise<string> {
  try {
    checkSize((await stat(path)).size, path);
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof ToolError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new ToolError(`there is no file ${path}`);
    throw new ToolError(
      `cannot read ${path}: ${code === "EISDIR" ? "it is a folder" : (code ?? "unknown error")}`,
    );
  }
}

async function download(url: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) });
    if (response.ok) {
      checkSize(Number(response.headers.get("content-length") ?? 0), url);
      return await readBody(response, url);
    }
  } catch (error) {
    if (error instanceof ToolError) throw error;
    throw new ToolError(
      `cannot download ${url}: ${findCause(error)} (name a file instead: npm run drift -- <file>)`,
    );
  }
  throw new ToolError(`cannot download ${url}: the server answered ${response.status}`);
}

async function readBody(response: Response, url: string): Promise<string> {
  if (!response.body) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    checkSize(size, url);
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function findCause(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === "TimeoutError") return `no answer in ${TIMEOUT_MILLISECONDS / 1000} s`;
  return cause?.code ?? readMessage(cause ?? error);
}

function checkSize(bytes: number, place: string): void {
  if (bytes > MOST_BYTES) throw new ToolError(`${place} is larger than ${MOST_BYTES / 1_000_000} MB`);
}

function parseText(text: string, place: string): unknown {
  try {
    if (/^\s*[{[]/.test(text)) return JSON.parse(text);
    const document = parseDocument(text, { logLevel: "silent" });
    const [fault] = document.errors;
    if (fault) throw fault;
    return document.toJS();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new ToolError(`${place} is neither JSON nor YAML: ${sayInOneLine(error).replace(/:$/, "")}`);
  }
}

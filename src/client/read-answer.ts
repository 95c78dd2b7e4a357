import { errorFromResponse } from "./errors/status-errors.js";
import { ResponseValidationError } from "./errors/response-validation-error.js";

/** Levels of JSON; an answer of the provider has two or three, and a deep one overflows the stack of whoever writes it again. */
const deepest = 100;

/**
 * Reads a whole answer of bounded size and depth, so that the timeout covers slow bodies, a connection that breaks
 * midway can be tried again, and nobody after it meets more than it can take. Of an error it takes out the keys.
 *
 * @param maxBytes The largest body, after decompression, in bytes.
 * @param authorization The header that was sent; an answer that repeats the key in it gets it cut out.
 * @throws {ResponseValidationError} when it is larger or deeper.
 * @throws {APIError} when its status lies outside of those that Fetch can say.
 */
export async function readAnswer(
  response: Response,
  maxBytes: number,
  authorization: string | null,
): Promise<Response> {
  // A status without a body cannot be rebuilt with one; there is nothing to read.
  if (response.body === null) return response;
  const { status, statusText, headers } = response;
  const text = await readText(response, response.body, maxBytes);
  if (isTooDeep(text))
    throw refuseAnswer(response, "response_too_deep", `Expected at most ${deepest} levels of JSON`);
  const told = response.ok ? text : cutKeys(text, authorization);
  if (status < 200 || status > 599) throw errorFromResponse(response, told);
  return new Response(told, { status, statusText, headers });
}

async function readText(
  response: Response,
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > maxBytes) {
      reader.cancel().catch(() => undefined);
      throw refuseAnswer(response, "response_too_large", `Expected at most ${maxBytes} bytes`);
    }
    text += decoder.decode(piece.value, { stream: true });
  }
  return text + decoder.decode();
}

function refuseAnswer(
  { status, headers }: Response,
  code: string,
  expected: string,
): ResponseValidationError {
  const message = `${expected}, but got more.`;
  return new ResponseValidationError(status, headers, [{ message, param: null, code, path: [] }]);
}

/** Looks at brackets outside of strings, in one pass; what is no JSON at all is not asked. */
function isTooDeep(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') inString = !inString;
    else if (inString && character === "\\") index += 1;
    else if (inString) continue;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** A shorter one is found in ordinary words, too. */
const shortestKey = 8;

/** What the provider says about a wrong key, and what its keys look like, masked or not. */
const keyWords = [/(API key provided: )[^\s"\\,;]+?(?=[.,;]?(?:[\s"\\]|$))/gi, /()\bsk-[\w*.-]{4,}[\w*]/g];

function cutKeys(text: string, authorization: string | null): string {
  const key = authorization?.trim().split(/\s+/).at(-1) ?? "";
  const rest = key.length < shortestKey ? text : text.replaceAll(key, "(key)");
  return keyWords.reduce((told, words) => told.replace(words, "$1(key)"), rest);
}

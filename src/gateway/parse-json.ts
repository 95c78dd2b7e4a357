const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads JSON from text or from UTF-8 pieces; a body of no bytes is undefined.
 * @throws {SyntaxError} when the text is no JSON
 * @throws {TypeError} when the bytes are no UTF-8
 */
export function parseJson(body: string | Uint8Array[]): unknown {
  const text = typeof body === "string" ? body : utf8.decode(joinChunks(body));
  return text === "" ? undefined : (JSON.parse(text) as unknown);
}

function joinChunks(chunks: Uint8Array[]): Uint8Array {
  const [first, ...rest] = chunks;
  if (!first || rest.length === 0) return first ?? new Uint8Array();
  const joined = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return joined;
}

import { type Answer, refuse } from "./answer.js";
import type { GatewayRequest } from "./gateway-request.js";
import type { CheckOptions } from "./types.js";

const DEFAULT_MAX_BODY_BYTES = 67_108_864;
const DEFAULT_BODY_TIMEOUT_MS = 30_000;

const NOT_JSON =
  "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP " +
  "library correctly. The API expects a JSON payload, but what was sent was not valid JSON.)";

/** The JSON value of a body (undefined where it is empty), or the answer that says why there is none. */
export type ParsedBody = { ok: true; value: unknown } | { ok: false; answer: Answer };

/** Reads and parses the body of a request; what an earlier parser made of it is taken as it is. */
export async function parseBody(request: GatewayRequest, options: CheckOptions): Promise<ParsedBody> {
  const maxBytes = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  if (Number(request.header("content-length")) > maxBytes) {
    request.discard();
    return { ok: false, answer: refuseUnread("too large", maxBytes) };
  }
  const parsed = request.parsedBody;
  if (typeof parsed === "string") return parseOrRefuse(parsed);
  if (parsed instanceof Uint8Array) return parseOrRefuse([parsed]);
  if (parsed !== undefined) return { ok: true, value: parsed };
  const read = await readBody(request, maxBytes, options.bodyTimeoutMs ?? DEFAULT_BODY_TIMEOUT_MS);
  return read.ok ? parseOrRefuse(read.chunks) : { ok: false, answer: refuseUnread(read.fault, maxBytes) };
}

function parseOrRefuse(body: string | Uint8Array[]): ParsedBody {
  try {
    return { ok: true, value: parseJson(body) };
  } catch {
    return { ok: false, answer: refuse(400, NOT_JSON) };
  }
}

function refuseUnread(fault: BodyFault, maxBytes: number): Answer {
  switch (fault) {
    case "too large":
      return refuse(413, `The request body is too large: at most ${maxBytes} bytes are accepted.`);
    case "too slow":
      return refuse(408, "The request body took too long to arrive.");
    case "cut off":
      return refuse(499, "The request was aborted before its body was complete.");
  }
}

/** Why a body was not read to its end. */
type BodyFault = "too large" | "too slow" | "cut off";

/** The pieces of a body, or why there are none. */
type BodyRead = { ok: true; chunks: Uint8Array[] } | { ok: false; fault: BodyFault };

/**
 * Reads a whole body of at most `maxBytes` bytes within `timeoutMs` milliseconds.
 * @throws {TypeError} when somebody has read the body already
 */
function readBody(request: GatewayRequest, maxBytes: number, timeoutMs: number): Promise<BodyRead> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stop = (fault: BodyFault): void => {
      clearTimeout(timer);
      chunks.length = 0;
      request.discard();
      resolve({ ok: false, fault });
    };
    const add = (chunk: Uint8Array): void => {
      size += chunk.byteLength;
      if (size > maxBytes) stop("too large");
      else chunks.push(chunk);
    };
    const finish = (): void => {
      clearTimeout(timer);
      resolve({ ok: true, chunks });
    };
    const collecting = request.collect(add);
    const timer = setTimeout(() => stop("too slow"), timeoutMs);
    collecting.then(finish, () => stop("cut off"));
  });
}

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

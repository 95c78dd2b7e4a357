import { type Answer, refuse } from "./answer.js";
import type { GatewayRequest } from "./gateway-request.js";
import type { CheckSettings } from "./settings.js";

const NOT_JSON =
  "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP " +
  "library correctly. The API expects a JSON payload, but what was sent was not valid JSON.)";

/**
 * The JSON value of a body (undefined where it is empty) and the text that it was read from (undefined where a
 * parser before has not kept it), or the answer that says why there is none.
 */
export type ParsedBody =
  { ok: true; value: unknown; raw: Uint8Array | string | undefined } | { ok: false; answer: Answer };

/** Reads and parses the body of a request; a value that an earlier parser made of it is taken as it is. */
export async function parseBody(
  request: GatewayRequest,
  { maxBodyBytes, bodyTimeoutMs }: Pick<CheckSettings<unknown>, "maxBodyBytes" | "bodyTimeoutMs">,
): Promise<ParsedBody> {
  if (Number(request.header("content-length")) > maxBodyBytes) {
    request.discard();
    return { ok: false, answer: refuseTooLarge(maxBodyBytes) };
  }
  const { earlier } = request;
  if (earlier)
    return "text" in earlier ? parseOrRefuse(earlier.text) : { ok: true, raw: undefined, ...earlier };
  const read = await readBody(request, maxBodyBytes, bodyTimeoutMs);
  if (read.ok) return parseOrRefuse(joinChunks(read.chunks));
  return { ok: false, answer: refuseUnread(read.fault, maxBodyBytes) };
}

/** Answers a body that is no JSON. */
export function refuseNoJson(): Answer {
  return refuse(400, NOT_JSON);
}

/** Answers a body above a limit, in bytes. */
export function refuseTooLarge(maxBytes: number): Answer {
  return refuse(413, `The request body is too large: at most ${maxBytes} bytes are accepted.`);
}

function parseOrRefuse(raw: string | Uint8Array): ParsedBody {
  try {
    return { ok: true, value: parseJson(raw), raw };
  } catch {
    return { ok: false, answer: refuseNoJson() };
  }
}

/** Why a body was not read to its end. */
type BodyFault = "too large" | "too slow" | "cut off";

function refuseUnread(fault: BodyFault, maxBytes: number): Answer {
  switch (fault) {
    case "too large":
      return refuseTooLarge(maxBytes);
    case "too slow":
      return refuse(408, "The request body took too long to arrive.");
    case "cut off":
      return refuse(499, "The request was aborted before its body was complete.");
  }
}

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
 * Reads JSON from text or from UTF-8; a body of no bytes is undefined.
 * @throws {SyntaxError} when the text is no JSON
 * @throws {TypeError} when the bytes are no UTF-8
 */
export function parseJson(body: string | Uint8Array): unknown {
  const text = typeof body === "string" ? body : utf8.decode(body);
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

import type { Answer } from "./answer.js";
import type { GatewayRequest } from "./gateway-request.js";
import { parseJson } from "./parse-json.js";
import { readBody, type BodyFault } from "./read-body.js";
import { refuse } from "./refuse.js";
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

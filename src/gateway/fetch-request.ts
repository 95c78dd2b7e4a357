import { BODY_WAS_READ, type GatewayRequest } from "./gateway-request.js";

/** How a Fetch request is wrapped. */
export interface FetchWrapping {
  /** What an earlier reader has made of the body. */
  parsedBody?: unknown;
  /** Reads the whole body; the default is the request's own `arrayBuffer`. */
  readWhole?: () => Promise<ArrayBuffer>;
}

/** Wraps a Fetch request. */
export function wrapFetchRequest(
  request: Request,
  { parsedBody, readWhole = () => request.arrayBuffer() }: FetchWrapping = {},
): GatewayRequest {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return {
    method: request.method,
    parsedBody,
    get signal() {
      return request.signal;
    },
    header: (name) => request.headers.get(name),
    collect(onChunk) {
      if (request.bodyUsed) throw new TypeError(BODY_WAS_READ);
      // A server holds the caller to the length, so that it is safe, and much faster, to read in one go.
      if (request.headers.has("content-length"))
        return readWhole().then((body) => onChunk(new Uint8Array(body)));
      reader = request.body?.getReader();
      return reader ? pump(reader, onChunk) : Promise.resolve();
    },
    discard() {
      const cancelled = reader ? reader.cancel() : request.body?.cancel();
      // A stream that failed or that someone else holds needs no cancelling.
      cancelled?.catch(() => undefined);
    },
  };
}

async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void,
): Promise<void> {
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) onChunk(piece.value);
}

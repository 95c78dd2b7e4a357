import { BODY_WAS_READ, type GatewayRequest } from "./gateway-request.js";

/** A Fetch request as the gateway sees it. */
export class FetchRequest implements GatewayRequest {
  readonly parsedBody: unknown;
  readonly #request: Request;
  readonly #reader: Pick<Body, "arrayBuffer">;
  #stream: ReadableStreamDefaultReader<Uint8Array> | undefined;

  /**
   * @param parsedBody What an earlier reader has made of the body.
   * @param reader Reads the whole body in place of the request.
   */
  constructor(request: Request, parsedBody?: unknown, reader: Pick<Body, "arrayBuffer"> = request) {
    this.#request = request;
    this.parsedBody = parsedBody;
    this.#reader = reader;
  }

  get method(): string {
    return this.#request.method;
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  header(name: string): string | null {
    return this.#request.headers.get(name);
  }

  collect(onChunk: (chunk: Uint8Array) => void): Promise<void> {
    if (this.#request.bodyUsed) throw new TypeError(BODY_WAS_READ);
    // A server holds the caller to the length, so that it is safe, and much faster, to read in one go.
    if (this.header("content-length") !== null) return readWhole(this.#reader, onChunk);
    this.#stream = this.#request.body?.getReader();
    return this.#stream ? readPieces(this.#stream, onChunk) : Promise.resolve();
  }

  discard(): void {
    const cancelled = this.#stream ? this.#stream.cancel() : this.#request.body?.cancel();
    // A stream that failed or that someone else holds needs no cancelling.
    cancelled?.catch(() => undefined);
  }
}

async function readWhole(
  body: Pick<Body, "arrayBuffer">,
  onChunk: (chunk: Uint8Array) => void,
): Promise<void> {
  onChunk(new Uint8Array(await body.arrayBuffer()));
}

async function readPieces(
  stream: ReadableStreamDefaultReader<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void,
): Promise<void> {
  for (let piece = await stream.read(); !piece.done; piece = await stream.read()) onChunk(piece.value);
}

import { BODY_WAS_READ, type EarlierBody, type GatewayRequest } from "./gateway-request.js";

/** A Fetch request as the gateway sees it. */
export class FetchRequest<Native> implements GatewayRequest<Native> {
  readonly #request: Request;
  readonly #native: Native;
  readonly #earlier: EarlierBody | undefined;
  #stream: ReadableStreamDefaultReader<Uint8Array> | undefined;

  /** @param earlier What an earlier reader has made of the body. */
  constructor(request: Request, native: Native, earlier?: EarlierBody) {
    this.#request = request;
    this.#native = native;
    this.#earlier = earlier;
  }

  get method(): string {
    return this.#request.method;
  }

  get path(): string {
    return new URL(this.#request.url).pathname;
  }

  get native(): Native {
    return this.#native;
  }

  get earlier(): EarlierBody | undefined {
    return this.#earlier;
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  /** Fetch joins what was sent twice with a comma; one scheme has parameters after its commas, two have schemes. */
  get isAuthorizedTwice(): boolean {
    const [, ...rest] = (this.header("authorization") ?? "").replace(/"[^"]*"/g, '""').split(",");
    return rest.some((part) => !/^\s*[\w-]+\s*=/.test(part));
  }

  header(name: string): string | null {
    return this.#request.headers.get(name);
  }

  collect(onChunk: (chunk: Uint8Array) => void): Promise<void> {
    if (this.#request.bodyUsed) throw new TypeError(BODY_WAS_READ);
    this.#stream = this.#request.body?.getReader();
    return this.#stream ? readPieces(this.#stream, onChunk) : Promise.resolve();
  }

  discard(): void {
    const cancelled = this.#stream ? this.#stream.cancel() : this.#request.body?.cancel();
    // A stream that failed or that someone else holds needs no cancelling.
    cancelled?.catch(() => undefined);
  }
}

/** Piece by piece whatever content-length says: not every server holds its callers to it. */
async function readPieces(
  stream: ReadableStreamDefaultReader<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void,
): Promise<void> {
  for (let piece = await stream.read(); !piece.done; piece = await stream.read()) onChunk(piece.value);
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./answer.js";
import { BODY_WAS_READ, type EarlierBody, type GatewayRequest, readPath } from "./gateway-request.js";

const CALLER_GONE = "The caller closed the connection.";

/** A request of node:http as the gateway sees it. Nothing of node: is imported, only its types. */
export class NodeRequest<Native> implements GatewayRequest<Native> {
  readonly #incoming: IncomingMessage & { originalUrl?: string };
  readonly #outgoing: ServerResponse;
  readonly #native: Native;
  readonly #earlier: EarlierBody | undefined;
  #onChunk: ((chunk: Uint8Array) => void) | undefined;

  /** @param earlier What an earlier parser has made of the body. */
  constructor(incoming: IncomingMessage, outgoing: ServerResponse, native: Native, earlier?: EarlierBody) {
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#native = native;
    this.#earlier = earlier;
  }

  get method(): string {
    return this.#incoming.method ?? "GET";
  }

  get path(): string {
    return readPath(this.#incoming.originalUrl ?? this.#incoming.url ?? "");
  }

  get native(): Native {
    return this.#native;
  }

  get earlier(): EarlierBody | undefined {
    return this.#earlier;
  }

  /** Aborts when the connection closes before the answer is out. */
  get signal(): AbortSignal {
    const outgoing = this.#outgoing;
    const controller = new AbortController();
    const abort = (): void => {
      if (!outgoing.writableFinished) controller.abort();
    };
    if (outgoing.destroyed) abort();
    else outgoing.once("close", abort);
    return controller.signal;
  }

  /** Node keeps the first one only, except in the raw list of names and values. */
  get isAuthorizedTwice(): boolean {
    const names = this.#incoming.rawHeaders.filter((_, index) => index % 2 === 0);
    return names.filter((name) => name.toLowerCase() === "authorization").length > 1;
  }

  header(name: string): string | null {
    const value = this.#incoming.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  }

  collect(onChunk: (chunk: Uint8Array) => void): Promise<void> {
    const incoming = this.#incoming;
    if (incoming.readableEnded) {
      if (incoming.readableDidRead) throw new TypeError(BODY_WAS_READ);
      return Promise.resolve(); // a reader before has found nothing in it
    }
    return new Promise((resolve, reject) => {
      if (incoming.destroyed) return reject(new Error(CALLER_GONE));
      this.#onChunk = onChunk;
      incoming.on("data", onChunk).on("end", resolve).on("error", reject);
      incoming.on("close", () => reject(new Error(CALLER_GONE)));
    });
  }

  discard(): void {
    if (this.#onChunk) this.#incoming.off("data", this.#onChunk);
    this.#incoming.resume();
  }
}

/** How long the rest of an unwanted body is still taken in after the answer, in milliseconds. */
const LINGER_MS = 500;

/** Sends an answer through node:http; nothing happens where the caller has gone. */
export function sendAnswer(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  if (outgoing.destroyed || outgoing.headersSent) return;
  outgoing.statusCode = status;
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  const incoming = outgoing.req;
  if (incoming.complete || incoming.httpVersionMajor > 1) outgoing.end(body);
  else sendBeforeEnd(incoming, outgoing, body ?? "");
}

/**
 * Answers a caller that is still sending, and then closes the connection. Until then what comes is dropped for
 * a while: a socket that is closed with unread bytes is reset, and the caller could lose the answer. Node would
 * keep such a connection alive without a limit of time.
 */
function sendBeforeEnd(incoming: IncomingMessage, outgoing: ServerResponse, body: string): void {
  outgoing.setHeader("connection", "close");
  const bytes = new TextEncoder().encode(body);
  outgoing.setHeader("content-length", bytes.byteLength);
  outgoing.write(bytes);
  const end = (): void => {
    clearTimeout(timer);
    outgoing.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  incoming.once("end", end).once("close", end).resume();
}

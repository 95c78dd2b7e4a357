import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_WAS_READ, type GatewayRequest } from "./gateway-request.js";

const CALLER_GONE = "The caller closed the connection.";

/** A request of node:http as the gateway sees it. Nothing of node: is imported, only its types. */
export class NodeRequest implements GatewayRequest {
  readonly parsedBody: unknown;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  #onChunk: ((chunk: Uint8Array) => void) | undefined;

  /** @param parsedBody What an earlier parser has made of the body. */
  constructor(incoming: IncomingMessage, outgoing: ServerResponse, parsedBody?: unknown) {
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.parsedBody = parsedBody;
  }

  get method(): string {
    return this.#incoming.method ?? "GET";
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

import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_WAS_READ, type GatewayRequest } from "./gateway-request.js";

const CALLER_GONE = "The caller closed the connection.";

/**
 * Wraps a request of node:http; `parsedBody` is what an earlier parser has made of its body.
 * Nothing of node: is imported, only its types.
 */
export function wrapNodeRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  parsedBody?: unknown,
): GatewayRequest {
  let stopCollecting = (): void => undefined;
  return {
    method: incoming.method ?? "GET",
    parsedBody,
    get signal() {
      return watchCaller(outgoing);
    },
    header(name) {
      const value = incoming.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(", ") : (value ?? null);
    },
    collect(onChunk) {
      if (incoming.readableEnded) {
        if (incoming.readableDidRead) throw new TypeError(BODY_WAS_READ);
        return Promise.resolve(); // a reader before has found nothing in it
      }
      return new Promise((resolve, reject) => {
        if (incoming.destroyed) return reject(new Error(CALLER_GONE));
        incoming.on("data", onChunk).on("end", resolve).on("error", reject);
        incoming.on("close", () => reject(new Error(CALLER_GONE)));
        stopCollecting = () => incoming.off("data", onChunk);
      });
    },
    discard() {
      stopCollecting();
      incoming.resume();
    },
  };
}

/** A signal that aborts when the connection closes before the answer is out. */
function watchCaller(outgoing: ServerResponse): AbortSignal {
  const controller = new AbortController();
  const abort = (): void => {
    if (!outgoing.writableFinished) controller.abort();
  };
  if (outgoing.destroyed) abort();
  else outgoing.once("close", abort);
  return controller.signal;
}

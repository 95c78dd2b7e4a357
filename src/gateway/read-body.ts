import type { GatewayRequest } from "./gateway-request.js";

/** Why a body was not read to its end. */
export type BodyFault = "too large" | "too slow" | "cut off";

/** The pieces of a body, or why there are none. */
export type BodyRead = { ok: true; chunks: Uint8Array[] } | { ok: false; fault: BodyFault };

/**
 * Reads a whole body of at most `maxBytes` bytes within `timeoutMs` milliseconds.
 * @throws {TypeError} when somebody has read the body already
 */
export function readBody(request: GatewayRequest, maxBytes: number, timeoutMs: number): Promise<BodyRead> {
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

import type { ErrorResponse } from "../../../generated/types.js";

const ENDPOINT = "http://gateway.test/v1/responses/input_tokens";

/** A count request as Fetch has it; the body is sent as it is, or as JSON where it is no text. */
export function makeRequest(body?: unknown, init: RequestInit = {}): Request {
  const raw = body === undefined || typeof body === "string" || body instanceof Uint8Array;
  return new Request(ENDPOINT, {
    method: "POST",
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    ...init,
  });
}

/** A count request whose body comes in pieces and tells no length; it never ends unless `end` is set. */
export function makeStreamedRequest(pieces: string[], end = true): Request {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      if (end) controller.close();
    },
  });
  // Fetch demands `duplex` for a streamed body; the DOM types do not know it yet.
  const init: RequestInit & { duplex: "half" } = { body, duplex: "half" };
  return makeRequest(undefined, init);
}

/** The envelope of an answer. */
export async function readError(response: Response): Promise<ErrorResponse["error"]> {
  return ((await response.json()) as ErrorResponse).error;
}

import type { Answer } from "./server.js";

/** A count of 11 tokens. */
export const count11 = { object: "response.input_tokens", input_tokens: 11 } as const;

/** Answers with a status, a body as it stands and headers. */
export function text(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(status, { "x-request-id": "req_1", ...headers }).end(body);
}

/** Answers with a status, a body as JSON and headers. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return text(status, JSON.stringify(body), { "content-type": "application/json", ...headers });
}

/** Answers 200 with 11 tokens. */
export const ok: Answer = json(200, count11);

/** Answers with a status and the provider's envelope, asking to come back at once. */
export function fault(status: number, headers: Record<string, string> = {}): Answer {
  const error = { message: `Fault ${status}.`, type: "some_type", param: "input[3]", code: "some_code" };
  return json(status, { error }, { "retry-after-ms": "1", ...headers });
}

/** Breaks the connection without an answer. */
export const drop: Answer = (_, request) => request.socket.destroy();

/** Breaks the connection in the middle of the body. */
export const dropMidway: Answer = (response, request) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"object":', () => request.socket.destroy());
};

/** Never answers. */
export const silence: Answer = () => {};

/** Sends headers and the start of a body, and then nothing more. */
export const stall: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" }).write('{"object":');
};

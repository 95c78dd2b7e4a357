import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./answer.js";

/** How long the rest of an unwanted body is still taken in after the answer, in milliseconds. */
const LINGER_MS = 500;

/** Sends an answer through node:http; nothing happens where the caller has gone. */
export function sendAnswer(incoming: IncomingMessage, outgoing: ServerResponse, answer: Answer): void {
  if (outgoing.destroyed || outgoing.headersSent) return;
  outgoing.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) outgoing.setHeader(name, value);
  if (incoming.complete || incoming.httpVersionMajor > 1) outgoing.end(answer.body);
  else sendBeforeEnd(incoming, outgoing, answer.body);
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

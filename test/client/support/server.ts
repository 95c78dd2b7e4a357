import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** What the server saw of one request. */
export interface SeenRequest {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
  /** When the request was there in full, in milliseconds. */
  at: number;
}

/** Answers one request, or spoils it. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A real server on loopback. */
export interface Server {
  url: string;
  /** The requests seen, in order. */
  requests: SeenRequest[];
  /** How many requests have a socket that is still open. */
  countOpen(): number;
}

const stops: (() => Promise<void>)[] = [];

/** Starts a server that gives its answers in turn, the last one for ever. */
export async function serve(...answers: Answer[]): Promise<Server> {
  const requests: SeenRequest[] = [];
  const sockets: Socket[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const { method, url, headers, socket } = request;
      sockets.push(socket);
      requests.push({ method, url, headers, body, at: performance.now() });
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      answer?.(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    countOpen: () => sockets.filter((socket) => !socket.destroyed).length,
  };
}

/** Stops all servers; for `afterEach`. */
export async function stopServers(): Promise<void> {
  await Promise.all(stops.splice(0).map((stop) => stop()));
}

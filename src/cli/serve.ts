import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A server that listens. */
export interface Serving {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  url: string;
  /**
   * Takes no more connections, and resolves when all requests have been answered that had arrived, or arrive
   * within half a second. The other connections are cut off, those that were only kept alive at once.
   */
  stop(): Promise<void>;
}

/**
 * Starts a node:http server.
 * @param port 0 for any that is free
 * @throws {NodeJS.ErrnoException} when the address cannot be had
 */
export async function serve(listener: RequestListener, host: string, port: number): Promise<Serving> {
  const server = createServer(listener);
  const connections = new Connections();
  server.on("connection", (socket) => connections.open(socket));
  server.prependListener("request", (incoming, outgoing) => connections.begin(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo; // a server with a port has no other kind
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        connections.stop();
      }),
  };
}

/** Milliseconds that the rest of a request may take to arrive at a server that stops. */
const GRACE_MS = 500;

/** The open connections, each with its last request. */
class Connections {
  private readonly requests = new Map<Socket, { incoming?: IncomingMessage; isAnswered: boolean }>();
  private stopping = false;

  open(socket: Socket): void {
    this.requests.set(socket, { isAnswered: false });
    socket.once("close", () => this.requests.delete(socket));
  }

  begin(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { socket } = incoming;
    const request = { incoming, isAnswered: false };
    this.requests.set(socket, request);
    outgoing.once("close", () => {
      request.isAnswered = true;
      // One that is kept alive must not keep a server that stops.
      if (this.stopping) socket.destroySoon();
    });
  }

  stop(): void {
    this.stopping = true;
    for (const [socket, { isAnswered }] of this.requests) if (isAnswered) socket.destroySoon();
    setTimeout(() => {
      for (const [socket, { incoming }] of this.requests) if (!incoming?.complete) socket.destroy();
    }, GRACE_MS).unref();
  }
}

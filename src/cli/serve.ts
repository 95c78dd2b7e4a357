import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that listens. */
export interface Serving {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  url: string;
  /** Takes no more connections, and resolves when all that was under way has been answered. */
  stop(): Promise<void>;
}

/**
 * Starts a node:http server.
 * @param port 0 for any that is free
 * @throws {NodeJS.ErrnoException} when the address cannot be had
 */
export async function serve(listener: RequestListener, host: string, port: number): Promise<Serving> {
  const server = createServer(listener);
  // A connection that is kept alive must not keep a server that stops.
  server.on("request", (_incoming, outgoing) => {
    outgoing.once("close", () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo; // a server with a port has no other kind
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

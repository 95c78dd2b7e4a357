import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on loopback that a test can ask how many sockets are open. */
export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  url: string;
  countSockets(): Promise<number>;
  close(): Promise<void>;
}

/** Starts a node:http listener, or a server that a framework has made, on a free loopback port. */
export async function startServer(served: RequestListener | Server): Promise<RunningServer> {
  const server = typeof served === "function" ? createServer(served) : served;
  if (!server.listening) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  }
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    countSockets: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Waits until the server has no open socket, and fails after two seconds. */
export async function expectNoSockets(server: RunningServer): Promise<void> {
  const deadline = Date.now() + 2_500;
  for (let open = await server.countSockets(); open > 0; open = await server.countSockets()) {
    if (Date.now() > deadline) throw new Error(`${open} sockets are still open`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

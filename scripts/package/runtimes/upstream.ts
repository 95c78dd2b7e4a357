import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A stand-in for the provider on loopback. */
export interface Upstream {
  /** Without a version: `http://127.0.0.1:PORT`. */
  url: string;
  answer: RequestListener;
  /** The keys that reached it since the last call. */
  takeKeys(): string[];
  close(): void;
}

/** Starts a provider that counts eleven tokens. */
export async function startUpstream(): Promise<Upstream> {
  let keys: string[] = [];
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    keys.push(incoming.headers.authorization ?? "none");
    incoming.resume();
    outgoing.writeHead(200, { "content-type": "application/json", "x-request-id": "req_1" });
    outgoing.end('{"object":"response.input_tokens","input_tokens":11}');
  };
  const { url, close } = await listen(answer);
  return {
    url,
    answer,
    close,
    takeKeys() {
      const taken = keys;
      keys = [];
      return taken;
    },
  };
}

/** Serves on a free loopback port. */
export async function listen(listener: RequestListener): Promise<{ url: string; close(): void }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server with a port has no other kind
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

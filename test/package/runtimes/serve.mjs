/** Serves a Fetch handler on a free loopback port, as the runtime does it. */
export async function serve(handler) {
  if (globalThis.Deno) {
    const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => undefined }, handler);
    return {
      version: Deno.version.deno,
      url: `http://127.0.0.1:${server.addr.port}`,
      stop: () => server.shutdown(),
    };
  }
  if (globalThis.Bun) {
    const server = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: handler });
    return { version: Bun.version, url: `http://127.0.0.1:${server.port}`, stop: () => server.stop(true) };
  }
  return serveOnNode(handler);
}

async function serveOnNode(handler) {
  const { createServer } = await import("node:http");
  const server = createServer(async (incoming, outgoing) => {
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method,
      headers: incoming.headers,
      ...(incoming.method === "GET" ? {} : { body: incoming, duplex: "half" }),
    });
    const response = await handler(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { version: process.versions.node, url: `http://127.0.0.1:${server.address().port}`, stop };
}

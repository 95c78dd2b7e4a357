import { afterEach, describe, expect, test } from "@jest/globals";
import { once } from "node:events";
import type { RequestListener, ServerResponse } from "node:http";
import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import { serve, type Serving } from "../../src/cli/serve.js";

let server: Serving | undefined;
afterEach(() => server?.stop());

describe("serve", () => {
  test("listens where it says", async () => {
    server = await serve((_incoming, outgoing) => void outgoing.end("here"), "127.0.0.1", 0);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(server.url)).text()).toBe("here");
  });

  test("rejects where the address is taken", async () => {
    server = await serve(() => undefined, "127.0.0.1", 0);
    const taken = Number(new URL(server.url).port);
    await expect(serve(() => undefined, "127.0.0.1", taken)).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("stops when what is under way has been answered, whoever keeps a connection alive", async () => {
    const requests: ServerResponse[] = [];
    const slow = await serve((_incoming, outgoing) => void requests.push(outgoing), "127.0.0.1", 0);
    const answering = fetch(slow.url);
    while (requests.length === 0) await setImmediate();
    const stopping = slow.stop();
    requests[0]?.end("done");
    expect(await (await answering).text()).toBe("done");
    await stopping;
    await expect(fetch(slow.url)).rejects.toThrow("fetch failed");
  });

  test.each([
    ["silent", ""],
    ["half open", "POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"],
    ["in the middle of its headers", "POST /x HTTP/1.1\r\nho"],
    ["kept alive", "GET /x HTTP/1.1\r\nhost: x\r\n\r\n"],
  ])("stops although a connection is %s", async (_, start) => {
    let asked = (): void => undefined;
    const begun = new Promise<void>((resolve) => (asked = resolve));
    const listener: RequestListener = (incoming, outgoing) => {
      asked();
      if (incoming.method === "GET") outgoing.end("here");
    };
    const stubborn = await serve(listener, "127.0.0.1", 0);
    const socket = connect(Number(new URL(stubborn.url).port), "127.0.0.1");
    socket.on("error", () => undefined);
    const closed = new Promise((resolve) => socket.once("close", resolve));
    await once(socket, "connect");
    socket.write(start);
    if (start.includes("\r\n\r\n")) await begun;
    socket.resume();
    await stubborn.stop();
    await closed;
    expect(socket.destroyed).toBe(true);
  });
});

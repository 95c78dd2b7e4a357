import { afterEach, describe, expect, test } from "@jest/globals";
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
    const slow = await serve(
      (_incoming, outgoing) => void setTimeout(() => outgoing.end("done"), 150),
      "127.0.0.1",
      0,
    );
    const answering = fetch(slow.url);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = Date.now();
    const stopping = slow.stop();
    expect(await (await answering).text()).toBe("done");
    await stopping;
    expect(Date.now() - started).toBeLessThan(1_500);
    await expect(fetch(slow.url)).rejects.toThrow("fetch failed");
  });
});

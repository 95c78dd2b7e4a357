import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { isTimeoutError, isUserAbortError } from "../../src/client/index.js";
import { drop, fault, ok, silence, stall } from "./support/answers.js";
import { type Answer, serve, stopServers } from "./support/server.js";
import { clearEnvironment, clientOf, thrownBy, until } from "./support/setup.js";

beforeEach(clearEnvironment);
afterEach(stopServers);

const slow: [string, Answer][] = [
  ["headers", silence],
  ["a body", stall],
];

describe("a timeout", () => {
  test.each(slow)("ends a try with slow %s and closes its socket", async (_, answer) => {
    const server = await serve(answer);
    const error = await thrownBy(() =>
      clientOf(server, { timeout: 500, maxRetries: 1 }).count({ input: "x" }),
    );
    expect(isTimeoutError(error)).toBe(true);
    expect(error).toMatchObject({
      name: "TimeoutError",
      message: `No complete answer from ${server.url}/responses/input_tokens within 500 ms (try 2).`,
      attempts: 2,
      timeout: 500,
    });
    expect(server.requests).toHaveLength(2);
    await until(() => server.countOpen() === 0);
  });

  test("ends a try even if fetch ignores its signal", async () => {
    const fetch = (): Promise<Response> => new Promise(() => {});
    const client = clientOf({ url: "http://host" }, { fetch, timeout: 20, maxRetries: 0 });
    expect((await thrownBy(() => client.count({ input: "x" }))).name).toBe("TimeoutError");
  });

  test("drops an answer that comes too late", async () => {
    let cancelled = false;
    const fetch = async (): Promise<Response> => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return new Response(new ReadableStream({ cancel: () => void (cancelled = true) }));
    };
    const client = clientOf({ url: "http://host" }, { fetch, timeout: 20, maxRetries: 0 });
    await thrownBy(() => client.count({ input: "x" }));
    await until(() => cancelled);
  });

  test.each([Infinity, 2 ** 31, Number.MAX_VALUE])("of %d ms does not fire at once", async (timeout) => {
    const server = await serve((response, request) => void setTimeout(() => ok(response, request), 20));
    await clientOf(server, { timeout, maxRetries: 0 }).count({ input: "x" });
    expect(server.requests).toHaveLength(1);
  });
});

describe("an abort", () => {
  test("before the call sends nothing", async () => {
    const server = await serve(ok);
    const reason = new Error("changed my mind");
    const call = (): unknown => clientOf(server).count({ input: "x" }, { signal: AbortSignal.abort(reason) });
    const error = await thrownBy(call);
    expect(isUserAbortError(error)).toBe(true);
    expect(error).toMatchObject({
      name: "UserAbortError",
      message: "The call was aborted by its signal.",
      cause: reason,
    });
    expect(server.requests).toHaveLength(0);
  });

  test.each(slow)(
    "during slow %s ends the call at once, tries no more and closes its socket",
    async (_, answer) => {
      const server = await serve(answer);
      const controller = new AbortController();
      const call = thrownBy(() => clientOf(server).count({ input: "x" }, { signal: controller.signal }));
      await until(() => server.requests.length === 1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      controller.abort();
      expect(isUserAbortError(await call)).toBe(true);
      await until(() => server.countOpen() === 0);
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each<[string, Answer]>([
    ["an error answer", fault(503, { "retry-after-ms": "", "retry-after": "30" })],
    ["a broken connection", drop],
  ])("during the wait after %s ends the call at once", async (_, answer) => {
    const server = await serve(answer);
    const controller = new AbortController();
    const client = clientOf(server, { maxRetryDelay: undefined });
    const call = thrownBy(() => client.count({ input: "x" }, { signal: controller.signal }));
    await until(() => server.requests.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const start = performance.now();
    controller.abort();
    expect(isUserAbortError(await call)).toBe(true);
    expect(performance.now() - start).toBeLessThan(100);
    expect(server.requests).toHaveLength(1);
  });

  test("while the key is asked for ends the call at once", async () => {
    const server = await serve(ok);
    const client = clientOf(server, { apiKey: () => new Promise(() => {}) });
    const error = await thrownBy(() => client.count({ input: "x" }, { signal: AbortSignal.timeout(20) }));
    expect(isUserAbortError(error)).toBe(true);
    expect(error).toMatchObject({ cause: { name: "TimeoutError" } });
    expect(server.requests).toHaveLength(0);
  });

  test("after the answer changes nothing", async () => {
    const server = await serve(ok);
    const controller = new AbortController();
    const result = await clientOf(server).count({ input: "x" }, { signal: controller.signal });
    controller.abort();
    expect(result.input_tokens).toBe(11);
  });
});

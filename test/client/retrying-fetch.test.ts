import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type ClientOptions, isConnectionError } from "../../src/client/index.js";
import { computeRetryDelay } from "../../src/client/retrying-fetch.js";
import { count11, drop, dropMidway, fault, json, ok, silence, text } from "./support/answers.js";
import { type Answer, serve, type Server, stopServers } from "./support/server.js";
import { clearEnvironment, clientOf, thrownBy } from "./support/setup.js";

beforeEach(clearEnvironment);
afterEach(stopServers);

/** Milliseconds between the first two requests. */
function gap({ requests: [first, second] }: Server): number {
  return (second?.at ?? NaN) - (first?.at ?? NaN);
}

describe("createRetryingFetch", () => {
  test.each([408, 409, 429, 500, 502, 503, 504, 529])("tries again after %i", async (status) => {
    const server = await serve(fault(status), fault(status), ok);
    expect(await clientOf(server).count({ input: "x" })).toEqual(count11);
    expect(server.requests.map((request) => request.body)).toEqual(Array(3).fill('{"input":"x"}'));
  });

  test.each([400, 401, 402, 403, 404, 413, 422])("does not try again after %i", async (status) => {
    const server = await serve(fault(status), ok);
    expect(await thrownBy(() => clientOf(server).count({ input: "x" }))).toMatchObject({ status });
    expect(server.requests).toHaveLength(1);
  });

  test("obeys x-should-retry over the status", async () => {
    const never = await serve(fault(500, { "x-should-retry": "false" }), ok);
    expect(await thrownBy(() => clientOf(never).count({ input: "x" }))).toMatchObject({ status: 500 });
    const always = await serve(fault(400, { "x-should-retry": "true" }), ok);
    expect(await clientOf(always).count({ input: "x" })).toEqual(count11);
    const success = await serve(json(200, count11, { "x-should-retry": "true" }));
    await clientOf(success).count({ input: "x" });
    expect(success.requests).toHaveLength(1);
  });

  test("tries twice more by default, then throws the last error", async () => {
    const server = await serve(fault(500), fault(500), fault(503), ok);
    expect(await thrownBy(() => clientOf(server).count({ input: "x" }))).toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(3);
  });

  test.each([0, 1, 4])("tries again %i times when told so", async (maxRetries) => {
    const server = await serve(fault(500));
    await thrownBy(() => clientOf(server, { maxRetries }).count({ input: "x" }));
    expect(server.requests).toHaveLength(maxRetries + 1);
  });

  test.each<[string, Answer]>([
    ["before the headers", drop],
    ["in the body", dropMidway],
  ])("tries again when the connection breaks %s, then throws", async (_, broken) => {
    const once = await serve(broken, ok);
    expect(await clientOf(once).count({ input: "x" })).toEqual(count11);
    const always = await serve(broken);
    const error = await thrownBy(() => clientOf(always).count({ input: "x" }));
    expect(isConnectionError(error)).toBe(true);
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 3, cause: expect.anything() });
    expect(error.message).toBe(
      `The connection to ${always.url}/responses/input_tokens failed (try 3): UND_ERR_SOCKET.`,
    );
    expect(always.requests).toHaveLength(3);
  });

  test("names why no connection came about", async () => {
    const server = await serve(ok);
    await stopServers();
    const error = await thrownBy(() => clientOf(server, { maxRetries: 0 }).count({ input: "x" }));
    expect(error.message).toBe(
      `The connection to ${server.url}/responses/input_tokens failed: ECONNREFUSED.`,
    );
    expect(error).toMatchObject({ attempts: 1 });
  });

  test("tries again after a timeout", async () => {
    const server = await serve(silence, ok);
    expect(await clientOf(server, { timeout: 50 }).count({ input: "x" })).toEqual(count11);
  });

  test.each<[string, () => Record<string, string>, number, number]>([
    ["retry-after-ms", () => ({ "retry-after-ms": "150", "retry-after": "9" }), 145, 400],
    ["retry-after in seconds", () => ({ "retry-after": "0.2" }), 195, 450],
    // Dates have no parts of a second, so that the wait is up to a second shorter.
    [
      "retry-after as a date",
      () => ({ "retry-after": new Date(Date.now() + 2000).toUTCString() }),
      900,
      2300,
    ],
    ["retry-after as a date gone by", () => ({ "retry-after": new Date(0).toUTCString() }), 0, 200],
    ["nothing", () => ({}), 370, 800],
    ["nonsense", () => ({ "retry-after-ms": "soon", "retry-after": "later" }), 370, 800],
  ])("waits as %s asks", async (_, headers, least, most) => {
    const server = await serve((...args) => text(429, "", headers())(...args), ok);
    await clientOf(server, { maxRetryDelay: undefined }).count({ input: "x" });
    expect(gap(server)).toBeGreaterThanOrEqual(least);
    expect(gap(server)).toBeLessThan(most);
  });

  test("waits no longer than its cap", async () => {
    const server = await serve(fault(429, { "retry-after-ms": "", "retry-after": "3600" }), ok);
    await clientOf(server, { maxRetryDelay: 50 }).count({ input: "x" });
    expect(gap(server)).toBeLessThan(300);
  });

  test("gives each try a fresh request to a fetch of one's own", async () => {
    const server = await serve(fault(500), ok);
    const seen: Request[] = [];
    const fetch: ClientOptions["fetch"] = (request) => {
      seen.push(request);
      return globalThis.fetch(request);
    };
    await clientOf(server, { fetch }).count({ input: "x" });
    expect(new Set(seen).size).toBe(2);
  });

  test("takes what a fetch throws for a broken connection, without repeating it", async () => {
    let calls = 0;
    const fetch = (): Response => {
      calls++;
      throw new Error("secret");
    };
    const error = await thrownBy(() => clientOf({ url: "http://host/v1" }, { fetch }).count({ input: "x" }));
    expect(error.message).toBe(
      "The connection to http://host/v1/responses/input_tokens failed (try 3): no reason given.",
    );
    expect(calls).toBe(3);
  });
});

describe("computeRetryDelay", () => {
  test.each([
    [0, 375, 500],
    [1, 750, 1000],
    [3, 3000, 4000],
    [4, 6000, 8000],
    [50, 6000, 8000],
    [5000, 6000, 8000],
  ])("after %i retries is %i to %i ms", (retries, least, most) => {
    const delays = Array.from({ length: 200 }, () => computeRetryDelay(retries, undefined, 60_000));
    expect(Math.min(...delays)).toBeGreaterThan(least - 1);
    expect(Math.max(...delays)).toBeLessThanOrEqual(most);
    expect(new Set(delays).size).toBeGreaterThan(100);
  });

  test("is what the answer asks for, up to the cap", () => {
    expect(computeRetryDelay(0, new Headers({ "retry-after": "20" }), 60_000)).toBe(20_000);
    expect(computeRetryDelay(0, new Headers({ "retry-after": "61" }), 60_000)).toBe(60_000);
    expect(computeRetryDelay(9, undefined, 100)).toBe(100);
  });

  test.each(["-1", "5, 10", "soon"])("is the ordinary backoff where the answer asks for %p", (value) => {
    expect(computeRetryDelay(0, new Headers({ "retry-after": value }), 60_000)).toBeGreaterThan(374);
  });
});

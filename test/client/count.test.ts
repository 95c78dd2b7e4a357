import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { InputTokenCountParams } from "../../generated/types.js";
import { isMissingKeyError, isRequestValidationError } from "../../src/client/index.js";
import { count11, fault, json, ok, silence } from "./support/answers.js";
import { serve, stopServers } from "./support/server.js";
import { clearEnvironment, clientOf, thrownBy, until } from "./support/setup.js";

beforeEach(clearEnvironment);
afterEach(stopServers);

/** A body that the types would refuse. */
const wrong = (body: unknown): InputTokenCountParams => body as InputTokenCountParams;

describe("count", () => {
  test("gives the count as it came", async () => {
    const server = await serve(json(200, { ...count11, later_field: 1 }));
    expect(await clientOf(server).count({ input: "x" })).toEqual({ ...count11, later_field: 1 });
  });

  test("takes a chunked answer of any size of chunk", async () => {
    const server = await serve((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      for (const character of JSON.stringify(count11)) response.write(character);
      response.end();
    });
    expect(await clientOf(server).count({ input: "x" })).toEqual(count11);
  });

  test("does not change the body", async () => {
    const server = await serve(ok);
    const body = { input: [{ role: "user" as const, content: "Hi" }], model: null };
    const before = structuredClone(body);
    await clientOf(server).count(Object.freeze(body));
    expect(body).toEqual(before);
  });

  test("sends a large body whole, again at each try", async () => {
    const server = await serve(fault(500), ok);
    const input = "ü".repeat(5_000_000);
    await clientOf(server).count({ input });
    expect(server.requests.map((request) => request.body.length)).toEqual(Array(2).fill(input.length + 12));
  });

  test("answers a hundred calls at once, each with its own, and warns of nothing", async () => {
    const server = await serve((response, request) => {
      const tokens = Number(request.headers["x-number"]);
      setTimeout(
        () => json(200, { ...count11, input_tokens: tokens })(response, request),
        Math.random() * 30,
      );
    });
    const client = clientOf(server);
    const { signal } = new AbortController();
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    const counts = await Promise.all(
      numbers.map((number) => client.count({ input: "x" }, { signal, headers: { "x-number": `${number}` } })),
    );
    expect(counts.map((count) => count.input_tokens)).toEqual(numbers);
    expect(server.requests).toHaveLength(100);
  });

  test("lets options of the call win over the client's", async () => {
    const server = await serve(fault(500), fault(500), ok);
    const client = clientOf(server, { maxRetries: 0, headers: { "x-team": "a", "x-other": "b" } });
    await client.count({ input: "x" }, { maxRetries: 2, headers: { "x-team": "c" } });
    expect(server.requests[2]?.headers).toMatchObject({ "x-team": "c", "x-other": "b" });
    const silent = await serve(silence);
    const error = await thrownBy(() => clientOf(silent, { maxRetries: 0 }).count({}, { timeout: 20 }));
    expect(error.name).toBe("TimeoutError");
  });

  test.each([
    [{ timeout: -1 }, "timeout"],
    [{ maxRetries: NaN }, "maxRetries"],
    [{ headers: { "x y": "secret" } }, "headers"],
  ])("refuses the options %j of a call", async (options, option) => {
    const server = await serve(ok);
    const error = await thrownBy(() => clientOf(server).count({ input: "x" }, options));
    expect(error).toMatchObject({ name: "ConfigurationError", option });
    expect(server.requests).toHaveLength(0);
  });

  test.each<[string, (() => string | Promise<string>) | string | undefined, string]>([
    [
      "none",
      undefined,
      "No API key: set OPENAI_API_KEY, or pass apiKey or an Authorization header to createClient.",
    ],
    [
      "a blank one",
      " ",
      "No API key: set OPENAI_API_KEY, or pass apiKey or an Authorization header to createClient.",
    ],
    ["a function that gives none", () => Promise.resolve(""), "No API key: the apiKey function gave none."],
    [
      "a function that fails",
      () => {
        throw new Error("vault closed");
      },
      "No API key: the apiKey function failed.",
    ],
  ])("throws for a missing key: %s", async (_, apiKey, message) => {
    const server = await serve(ok);
    const error = await thrownBy(() => clientOf(server, { apiKey }).count({ input: "x" }));
    expect(isMissingKeyError(error)).toBe(true);
    expect(error).toMatchObject({ name: "MissingKeyError", option: "apiKey", message });
    expect(server.requests).toHaveLength(0);
  });

  test("refuses a key that no header may carry, without repeating it", async () => {
    const server = await serve(ok);
    const error = await thrownBy(() =>
      clientOf(server, { apiKey: "sk-secret\nsecret" }).count({ input: "x" }),
    );
    expect(error).toMatchObject({
      name: "ConfigurationError",
      message: "Invalid apiKey: it has characters that no HTTP header may have.",
    });
    expect(error.cause).toBeUndefined();
  });

  test("refuses a body against the contract and sends nothing", async () => {
    const server = await serve(ok);
    const error = await thrownBy(() => clientOf(server).count(wrong({ input: 5 })));
    expect(isRequestValidationError(error)).toBe(true);
    expect(error).toMatchObject({
      name: "RequestValidationError",
      message:
        "Invalid request body, not sent. Invalid type for 'input': expected one of a string or array of input items, but got an integer instead.",
      issues: [{ param: "input", code: "invalid_type", path: ["input"] }],
    });
    expect(server.requests).toHaveLength(0);
  });

  test("validates as strictly as told", async () => {
    const server = await serve(ok);
    const strict = clientOf(server, { validateRequest: { unknownKeys: "reject" } });
    const error = await thrownBy(() => strict.count(wrong({ input: "x", bogus: 1 })));
    expect(error).toMatchObject({ issues: [{ param: "bogus", code: "unknown_parameter" }] });
    await clientOf(server, { validateRequest: true }).count(wrong({ input: "x", bogus: 1 }));
    expect(server.requests).toHaveLength(1);
  });

  test("sends any body when validation is off", async () => {
    const server = await serve(ok);
    await clientOf(server, { validateRequest: false }).count(wrong({ input: 5 }));
    expect(server.requests[0]?.body).toBe('{"input":5}');
  });

  test("sends an empty request when there is no body", async () => {
    const server = await serve(ok);
    await clientOf(server).count();
    expect(server.requests[0]?.body).toBe("{}");
  });
});

describe("count of a body that JSON cannot carry", () => {
  const cycle: Record<string, unknown> = { input: "secret" };
  cycle["extra"] = { cycle };
  let deep: unknown = "secret";
  for (let depth = 0; depth < 100_000; depth++) deep = [deep];
  const bodies: [string, unknown, string][] = [
    ["a cycle", cycle, "an object that holds itself"],
    ["a BigInt", { input: "secret", extra: 1n }, "a BigInt"],
    ["too deep", { input: "secret", extra: deep }, "objects nested too deep"],
    ["a function", () => "secret", "a function"],
    [
      "a throwing toJSON",
      {
        toJSON: () => {
          throw new Error("secret");
        },
      },
      "an object that cannot be read",
    ],
  ];

  test.each(bodies)("throws a typed error: %s", async (_, body, got) => {
    const server = await serve(ok);
    const error = await thrownBy(() => clientOf(server, { validateRequest: false }).count(wrong(body)));
    const message = `Invalid body: expected a value that JSON can carry, but got ${got}.`;
    expect(error).toMatchObject({
      name: "RequestValidationError",
      issues: [{ message, param: null, code: "invalid_value", path: [] }],
    });
    expect(server.requests).toHaveLength(0);
  });

  test.each(bodies.slice(0, 4))("throws a typed error after validation too: %s", async (_, body) => {
    const server = await serve(ok);
    const error = await thrownBy(() => clientOf(server).count(wrong(body)));
    expect(isRequestValidationError(error)).toBe(true);
    expect(server.requests).toHaveLength(0);
  });
});

describe("count.withResponse", () => {
  test("gives request id, status and headers beside the count", async () => {
    const server = await serve(json(200, count11, { "x-ratelimit-remaining-requests": "7" }));
    const result = await clientOf(server).count.withResponse({ input: "x" });
    expect(result).toMatchObject({ data: count11, requestId: "req_1", status: 200 });
    expect(result.headers.get("x-ratelimit-remaining-requests")).toBe("7");
  });

  test("gives null for a request id that did not come", async () => {
    const server = await serve((response) => response.end(JSON.stringify(count11)));
    expect((await clientOf(server).count.withResponse({ input: "x" })).requestId).toBeNull();
  });

  test("throws what count throws, and leaves no socket behind", async () => {
    const server = await serve(silence);
    const client = clientOf(server, { timeout: 20, maxRetries: 1 });
    expect((await thrownBy(() => client.count.withResponse({ input: "x" }))).name).toBe("TimeoutError");
    await until(() => server.countOpen() === 0);
  });
});

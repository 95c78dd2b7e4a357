import { describe, expect, jest, test } from "@jest/globals";
import { createHandler } from "../../src/gateway/create-handler.js";
import type { CountFunction } from "../../src/gateway/types.js";
import { createLocalCounter } from "../../src/local/index.js";
import { makeRequest, readError } from "./support/requests.js";

const count: CountFunction = () => Promise.resolve({ object: "response.input_tokens", input_tokens: 3 });

describe("createHandler", () => {
  test("answers with the count", async () => {
    const response = await createHandler({ count })(makeRequest({ input: "hi" }));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual({ object: "response.input_tokens", input_tokens: 3 });
  });

  test("counts with an object that has a count, as itself", async () => {
    class Counter {
      readonly tokens = 5;
      count(): ReturnType<CountFunction> {
        return Promise.resolve({ object: "response.input_tokens", input_tokens: this.tokens });
      }
    }
    const response = await createHandler({ count: new Counter() })(makeRequest({ input: "hi" }));
    expect(await response.json()).toMatchObject({ input_tokens: 5 });
  });

  test("counts offline with the local counter, an absent body included", async () => {
    const handler = createHandler({ count: createLocalCounter({ tokenizer: (text) => text.length }) });
    expect(await (await handler(makeRequest({ input: "hi" }))).json()).toMatchObject({ estimate: true });
    expect((await handler(makeRequest())).status).toBe(200);
  });

  test("serves any prefix and answers other paths with 404", async () => {
    const handler = createHandler({ count });
    const at = (path: string): Promise<Response> =>
      handler(new Request(`http://gateway.test${path}`, { method: "POST" }));
    expect((await at("/responses/input_tokens?x=1")).status).toBe(200);
    expect((await at("/acme/v1/responses/input_tokens")).status).toBe(200);
    const response = await at("/v1/responses");
    expect(response.status).toBe(404);
    expect(await readError(response)).toEqual({
      message: "Unknown path: only POST …/responses/input_tokens is served here.",
      type: "invalid_request_error",
      param: null,
      code: null,
    });
  });

  test("answers 502 without a word of what went wrong, even where onError throws", async () => {
    const handler = createHandler({
      count: () => Promise.reject(new Error("sk-secret")),
      onError: () => {
        throw new Error("the log is full");
      },
    });
    const response = await handler(makeRequest({ input: "hi" }));
    expect(response.status).toBe(502);
    expect(await readError(response)).toEqual({
      message: "The input tokens could not be counted.",
      type: "server_error",
      param: null,
      code: null,
    });
  });

  test("answers 502 where the counter throws at once, and 500 where the body has been read", async () => {
    const throws: CountFunction = () => {
      throw new Error("no");
    };
    expect((await createHandler({ count: throws })(makeRequest({ input: "hi" }))).status).toBe(502);
    const read = makeRequest({ input: "hi" });
    await read.text();
    expect((await createHandler({ count })(read)).status).toBe(500);
  });

  test("writes nothing to the console", async () => {
    const methods = ["log", "info", "warn", "error", "debug"] as const;
    const spies = methods.map((method) => jest.spyOn(console, method).mockImplementation(() => undefined));
    const handler = createHandler({ count: () => Promise.reject(new Error("sk-secret")) });
    await handler(makeRequest({ input: "hi" }));
    await handler(makeRequest("{"));
    await handler(makeRequest({ input: 5 }));
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});

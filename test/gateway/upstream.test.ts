import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createClient, type ClientOptions } from "../../src/client/index.js";
import { createHandler } from "../../src/gateway/create-handler.js";
import type { GatewayOptions } from "../../src/gateway/types.js";
import { makeRequest, readError } from "./support/requests.js";
import { startUpstream, type Upstream } from "./support/start-upstream.js";

let upstream: Upstream;
beforeEach(async () => {
  upstream = await startUpstream();
});
afterEach(() => upstream.close());

/** A gateway that forwards to the upstream. */
function makeGateway(
  options: ClientOptions = {},
  more: Partial<GatewayOptions> = {},
): (request: Request) => Promise<Response> {
  const settings = { baseUrl: `${upstream.url}/v1`, apiKey: null, maxRetries: 0, ...options };
  return createHandler({ count: createClient(settings), ...more });
}

const input = { model: "gpt-5", input: "Tell me a joke." };
const headers = {
  "content-type": "application/json",
  authorization: "Bearer sk-caller",
  "openai-organization": "org-a",
  "openai-project": "proj-a",
  cookie: "session=1",
  "x-forwarded-for": "10.0.0.1",
};

describe("createHandler with a client", () => {
  test("forwards body, key, organization and project, and nothing else of the caller", async () => {
    const response = await makeGateway()(makeRequest(input, { headers }));
    expect(response.status).toBe(200);
    expect(response.headers.get("x-request-id")).toBe("req_1");
    expect(await response.json()).toEqual({ object: "response.input_tokens", input_tokens: 3 });
    const [seen] = upstream.seen;
    expect(seen?.url).toBe("/v1/responses/input_tokens");
    expect(JSON.parse(seen?.body ?? "")).toEqual(input);
    expect(seen?.headers).toMatchObject({
      authorization: "Bearer sk-caller",
      "openai-organization": "org-a",
      "openai-project": "proj-a",
    });
    expect(seen?.headers).not.toHaveProperty("cookie");
    expect(seen?.headers).not.toHaveProperty("x-forwarded-for");
  });

  test("forwards the headers it is told to", async () => {
    await makeGateway({}, { forwardHeaders: ["X-Forwarded-For"] })(makeRequest(input, { headers }));
    expect(upstream.seen[0]?.headers).toMatchObject({ "x-forwarded-for": "10.0.0.1" });
    expect(upstream.seen[0]?.headers).not.toHaveProperty("authorization");
  });

  test("stops a bad body before it reaches upstream", async () => {
    expect((await makeGateway()(makeRequest({ input: 5 }))).status).toBe(400);
    expect(upstream.seen).toEqual([]);
  });

  test.each([400, 401, 403, 404, 409, 418, 429, 500, 503, 529])(
    "passes on an error of status %d",
    async (status) => {
      const error = { message: "No.", type: "some_type", param: "input", code: "some_code", extra: 1 };
      const answerHeaders = {
        "x-request-id": "req_2",
        "retry-after": "7",
        "retry-after-ms": "6500",
        "set-cookie": "a=b",
      };
      upstream.answer = { status, headers: answerHeaders, body: { error } };
      const response = await makeGateway()(makeRequest(input));
      expect(response.status).toBe(status);
      expect(Object.fromEntries(response.headers)).toEqual({
        "content-type": "application/json",
        "x-request-id": "req_2",
        "retry-after": "7",
        "retry-after-ms": "6500",
      });
      expect(await response.json()).toEqual({ error });
    },
  );

  test("gives an error that is no envelope one", async () => {
    upstream.answer = { status: 503, headers: { "content-type": "text/html" }, body: "<h1>Down</h1>" };
    const response = await makeGateway()(makeRequest(input));
    expect(response.status).toBe(503);
    expect(await readError(response)).toEqual({
      message: "The upstream server answered with status 503.",
      type: "server_error",
      param: null,
      code: null,
    });
  });

  test("answers 502 for a redirect that leads nowhere", async () => {
    upstream.answer = { status: 304, body: "" };
    const response = await makeGateway()(makeRequest(input));
    expect(response.status).toBe(502);
    expect((await readError(response)).message).toBe("The upstream server answered with status 304.");
  });

  test.each([["not json"], [{ object: "list" }], [""]])(
    "answers 502 where upstream answers %p",
    async (body) => {
      upstream.answer = { status: 200, body };
      const response = await makeGateway()(makeRequest(input));
      expect(response.status).toBe(502);
      expect((await readError(response)).message).toBe(
        "The upstream server did not answer with a token count.",
      );
    },
  );

  test("answers 504 where upstream takes too long", async () => {
    upstream.answer = "hang";
    const response = await makeGateway({ timeout: 40 })(makeRequest(input));
    expect(response.status).toBe(504);
    expect((await readError(response)).message).toBe("The upstream server did not answer in time.");
  });

  test("answers 502 where upstream drops the connection or is not there", async () => {
    upstream.answer = "reset";
    const gateway = makeGateway();
    expect((await gateway(makeRequest(input))).status).toBe(502);
    await upstream.close();
    const response = await gateway(makeRequest(input));
    expect(response.status).toBe(502);
    expect((await readError(response)).message).toBe("The upstream server could not be reached.");
  });

  test("answers 401 where there is no key to send", async () => {
    const kept = process.env["OPENAI_API_KEY"];
    delete process.env["OPENAI_API_KEY"];
    const response = await makeGateway({ apiKey: undefined })(makeRequest(input));
    if (kept !== undefined) process.env["OPENAI_API_KEY"] = kept;
    expect(response.status).toBe(401);
    expect(upstream.seen).toEqual([]);
  });

  test("aborts upstream when the caller aborts", async () => {
    upstream.answer = "hang";
    const controller = new AbortController();
    const answering = makeGateway()(makeRequest(input, { signal: controller.signal }));
    while (upstream.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    expect((await answering).status).toBe(499);
    for (let tries = 0; upstream.aborted === 0 && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(upstream.aborted).toBe(1);
  });

  test("sends on a body as deep as it came; one that is written anew may be too deep", async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    const body = `{"tools":[{"type":"function","name":"f","strict":false,"parameters":${deep}}]}`;
    for (const validate of [true, false]) {
      expect((await makeGateway({}, { validate, forwardBody: "parsed" })(makeRequest(body))).status).toBe(
        400,
      );
    }
    expect(upstream.seen).toEqual([]);
    expect((await makeGateway()(makeRequest(body))).status).toBe(200);
    expect(upstream.seen[0]?.body === body).toBe(true);
  });

  test("tells onError what it answers with a 5xx, and nothing else", async () => {
    const errors: unknown[] = [];
    const gateway = makeGateway({}, { onError: (error) => errors.push(error) });
    await gateway(makeRequest({ input: 5 }));
    upstream.answer = { status: 429, body: { error: { message: "Slow down." } } };
    await gateway(makeRequest(input));
    expect(errors).toEqual([]);
    upstream.answer = "reset";
    await gateway(makeRequest(input));
    expect(errors).toEqual([expect.objectContaining({ name: "ConnectionError" })]);
  });
});

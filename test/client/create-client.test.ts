import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type ClientOptions, createClient, isConfigurationError } from "../../src/client/index.js";
import { count11, fault, json, ok } from "./support/answers.js";
import { serve, stopServers } from "./support/server.js";
import { clearEnvironment, clientOf, thrownBy } from "./support/setup.js";

beforeEach(clearEnvironment);
afterEach(async () => {
  clearEnvironment();
  await stopServers();
});

describe("createClient", () => {
  test("posts the body as JSON with the key", async () => {
    const server = await serve(ok);
    await clientOf(server).count({ model: "gpt-5", input: "Hi ü 😀" });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: "POST",
      url: "/v1/responses/input_tokens",
      body: '{"model":"gpt-5","input":"Hi ü 😀"}',
      headers: {
        authorization: "Bearer sk-test-secret",
        "content-type": "application/json",
        accept: "application/json",
        "content-length": "38",
      },
    });
    expect(server.requests[0]?.headers).not.toHaveProperty("openai-organization");
    expect(server.requests[0]?.headers).not.toHaveProperty("openai-project");
  });

  test("reads key, base URL, organization and project from the environment", async () => {
    const server = await serve(ok);
    process.env["OPENAI_API_KEY"] = " sk-env \n";
    process.env["OPENAI_BASE_URL"] = `${server.url}/`;
    process.env["OPENAI_ORG_ID"] = "org-env";
    process.env["OPENAI_PROJECT_ID"] = "proj-env";
    await createClient().count({ input: "x" });
    expect(server.requests[0]).toMatchObject({
      url: "/v1/responses/input_tokens",
      headers: {
        authorization: "Bearer sk-env",
        "openai-organization": "org-env",
        "openai-project": "proj-env",
      },
    });
  });

  test("prefers options to the environment", async () => {
    const server = await serve(ok);
    process.env["OPENAI_API_KEY"] = "sk-env";
    process.env["OPENAI_BASE_URL"] = "http://127.0.0.1:1/";
    process.env["OPENAI_ORG_ID"] = "org-env";
    process.env["OPENAI_PROJECT_ID"] = "proj-env";
    await clientOf(server, { organization: "org-1", project: "proj-1" }).count({ input: "x" });
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: "Bearer sk-test-secret",
      "openai-organization": "org-1",
      "openai-project": "proj-1",
    });
  });

  test("sends no key, organization or project that is null, whatever the environment holds", async () => {
    const server = await serve(ok);
    process.env["OPENAI_API_KEY"] = "sk-env";
    process.env["OPENAI_ORG_ID"] = "org-env";
    process.env["OPENAI_PROJECT_ID"] = "proj-env";
    await clientOf(server, { apiKey: null }).count({ input: "x" });
    await clientOf(server, { apiKey: null, organization: null, project: null }).count({ input: "x" });
    await clientOf(server, { organization: null, project: null }).count({ input: "x" });
    for (const { headers } of server.requests) {
      expect(headers).not.toHaveProperty("openai-organization");
      expect(headers).not.toHaveProperty("openai-project");
    }
    expect(server.requests.map(({ headers }) => "authorization" in headers)).toEqual([false, false, true]);
  });

  test("asks the provider when no base URL is set", async () => {
    const urls: string[] = [];
    const fetch = (request: Request): Response => {
      urls.push(request.url);
      return Response.json(count11);
    };
    await createClient({ apiKey: "k", fetch }).count({ input: "x" });
    process.env["OPENAI_BASE_URL"] = "  ";
    await createClient({ apiKey: "k", fetch }).count({ input: "x" });
    expect(urls).toEqual(Array(2).fill("https://api.openai.com/v1/responses/input_tokens"));
  });

  test("asks a key function once per call, also when the call is retried", async () => {
    const server = await serve(fault(500), ok);
    let calls = 0;
    const client = clientOf(server, { apiKey: () => Promise.resolve(`sk-${++calls}`) });
    await client.count({ input: "x" });
    await client.count({ input: "x" });
    expect(server.requests.map((request) => request.headers.authorization)).toEqual([
      "Bearer sk-1",
      "Bearer sk-1",
      "Bearer sk-2",
    ]);
  });

  test.each<[string, ClientOptions["headers"]]>([
    ["a record", { "X-Team": "a", Accept: "application/vnd.x+json", "x-none": undefined }],
    [
      "pairs",
      [
        ["X-Team", "a"],
        ["Accept", "application/vnd.x+json"],
      ],
    ],
    ["Headers", new Headers({ "X-Team": "a", Accept: "application/vnd.x+json" })],
  ])("sends headers given as %s over its own", async (_, headers) => {
    const server = await serve(ok);
    await clientOf(server, { headers }).count({ input: "x" });
    expect(server.requests[0]?.headers).toMatchObject({ "x-team": "a", accept: "application/vnd.x+json" });
    expect(server.requests[0]?.headers).not.toHaveProperty("x-none");
  });

  test("needs no key when the headers hold an Authorization", async () => {
    const server = await serve(ok);
    await clientOf(server, { apiKey: undefined, headers: { authorization: "Basic abc" } }).count({
      input: "x",
    });
    await clientOf(server, { apiKey: undefined }).count(
      { input: "x" },
      { headers: { Authorization: "Basic d" } },
    );
    expect(server.requests.map((request) => request.headers.authorization)).toEqual(["Basic abc", "Basic d"]);
  });

  test("uses the global fetch of the moment of the call", async () => {
    const client = createClient({ apiKey: "k", baseUrl: "http://127.0.0.1:1" });
    const original = globalThis.fetch;
    globalThis.fetch = () => Promise.resolve(Response.json(count11));
    try {
      expect(await client.count({ input: "x" })).toEqual(count11);
    } finally {
      globalThis.fetch = original;
    }
  });

  test("gives the openapi-fetch client with the same key, headers and retries as raw", async () => {
    const server = await serve(fault(429), ok, fault(400));
    const { raw } = clientOf(server, { headers: { "x-team": "a" } });
    const first = await raw.POST("/responses/input_tokens", { body: { input: "x" } });
    expect(first.data).toEqual(count11);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]).toMatchObject({
      body: '{"input":"x"}',
      headers: { authorization: "Bearer sk-test-secret", "x-team": "a" },
    });
    const second = await raw.POST("/responses/input_tokens", { body: { input: "x" } });
    expect(second.error).toMatchObject({ error: { message: "Fault 400." } });
    expect(second.response.status).toBe(400);
  });

  test("aborts raw calls by their own signal", async () => {
    const server = await serve((response) => void response);
    const controller = new AbortController();
    const call = thrownBy(() =>
      clientOf(server).raw.POST("/responses/input_tokens", { body: {}, signal: controller.signal }),
    );
    setTimeout(() => controller.abort(), 30);
    expect((await call).name).toBe("UserAbortError");
  });

  test("works when count is taken off the client", async () => {
    const server = await serve(json(200, count11));
    const { count } = clientOf(server);
    expect(await count({ input: "x" })).toEqual(count11);
  });

  test.each<[ClientOptions, string, string]>([
    [{ timeout: 0 }, "timeout", "Invalid timeout: expected a number of milliseconds above 0, but got 0."],
    [{ timeout: NaN }, "timeout", "Invalid timeout: expected a number of milliseconds above 0, but got NaN."],
    [
      { timeout: "5" as unknown as number },
      "timeout",
      "Invalid timeout: expected a number of milliseconds above 0, but got a value of type string.",
    ],
    [{ maxRetries: -1 }, "maxRetries", "Invalid maxRetries: expected a whole number, 0 or more, but got -1."],
    [
      { maxRetries: 1.5 },
      "maxRetries",
      "Invalid maxRetries: expected a whole number, 0 or more, but got 1.5.",
    ],
    [
      { maxRetryDelay: -1 },
      "maxRetryDelay",
      "Invalid maxRetryDelay: expected a number of milliseconds, 0 or more, but got -1.",
    ],
    [
      { maxResponseBytes: "1mb" as unknown as number },
      "maxResponseBytes",
      "Invalid maxResponseBytes: expected a whole number of bytes, 0 or more, but got a value of type string.",
    ],
    [
      { baseUrl: "secret" },
      "baseUrl",
      "Invalid baseUrl: expected an HTTP URL without credentials, query and fragment, but got a string that is no URL.",
    ],
    [
      { baseUrl: "https://user:secret@host/v1" },
      "baseUrl",
      "Invalid baseUrl: expected an HTTP URL without credentials, query and fragment, but got a URL with credentials.",
    ],
    [
      { baseUrl: "https://host/v1?key=secret" },
      "baseUrl",
      "Invalid baseUrl: expected an HTTP URL without credentials, query and fragment, but got a URL with query or fragment.",
    ],
    [
      { baseUrl: "localhost:8080/v1" },
      "baseUrl",
      "Invalid baseUrl: expected an HTTP URL without credentials, query and fragment, but got a URL that begins with localhost:.",
    ],
    [
      { headers: { "x-team": "secret\nsecret" } },
      "headers",
      "Invalid headers (x-team): it has characters that no HTTP header may have.",
    ],
    [
      { organization: "secret\nsecret" },
      "organization",
      "Invalid organization (openai-organization): it has characters that no HTTP header may have.",
    ],
  ])("refuses %j", async (options, option, message) => {
    const error = await thrownBy(() => createClient(options));
    expect(isConfigurationError(error)).toBe(true);
    expect(error).toMatchObject({ name: "ConfigurationError", option, message });
    expect(error.cause).toBeUndefined();
  });

  test("names the variable of a base URL that is none", async () => {
    process.env["OPENAI_BASE_URL"] = "nonsense";
    const error = await thrownBy(() => createClient());
    expect(error).toMatchObject({ name: "ConfigurationError", option: "OPENAI_BASE_URL" });
  });
});

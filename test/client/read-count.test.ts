import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { isResponseValidationError } from "../../src/client/index.js";
import { json, text } from "./support/answers.js";
import { serve, stopServers } from "./support/server.js";
import { clearEnvironment, clientOf, thrownBy } from "./support/setup.js";

beforeEach(clearEnvironment);
afterEach(stopServers);

describe("readCount", () => {
  test.each<[string, number, string, Record<string, string>, string]>([
    ["an empty body", 200, "", {}, "an empty body"],
    ["an empty chunked body", 200, "", { "transfer-encoding": "chunked" }, "an empty body"],
    ["no content", 204, "", {}, "an empty body"],
    ["an HTML page", 200, "<html>secret</html>", { "content-type": "text/html" }, "an HTML page"],
    ["broken JSON", 200, '{"object":"response.input_tokens","input_tok', {}, "text that is not JSON"],
    ["plain text", 200, "secret", {}, "text that is not JSON"],
  ])("refuses %s, validation or not", async (_, status, body, headers, got) => {
    const server = await serve(text(status, body, headers));
    for (const validateResponse of [true, false]) {
      const error = await thrownBy(() => clientOf(server, { validateResponse }).count({ input: "x" }));
      expect(isResponseValidationError(error)).toBe(true);
      const message = `Expected a token count as JSON, but got ${got}.`;
      expect(error).toMatchObject({
        name: "ResponseValidationError",
        message: `Invalid answer with status ${status} (request req_1). ${message}`,
        status,
        requestId: "req_1",
        issues: [{ message, param: null, code: "invalid_json", path: [] }],
      });
    }
    expect(server.requests).toHaveLength(2);
  });

  test.each<[string, unknown]>([
    ["a missing count", { object: "response.input_tokens" }],
    ["a count as text", { object: "response.input_tokens", input_tokens: "secret" }],
    ["another object", { object: "response", input_tokens: 11 }],
    ["an array", []],
    ["null", null],
    ["an error envelope", { error: { message: "secret" } }],
  ])("refuses %s", async (_, body) => {
    const server = await serve(json(200, body));
    const error = await thrownBy(() => clientOf(server).count({ input: "x" }));
    expect(isResponseValidationError(error)).toBe(true);
    expect(error).toMatchObject({ status: 200, requestId: "req_1", issues: [{ path: expect.any(Array) }] });
    expect(server.requests).toHaveLength(1);
  });

  test("takes any JSON when validation is off", async () => {
    const server = await serve(json(200, { tokens: 11 }));
    expect(await clientOf(server, { validateResponse: false }).count({ input: "x" })).toEqual({ tokens: 11 });
  });
});

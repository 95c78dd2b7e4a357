import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import * as client from "../../../src/client/index.js";
import { fault, json, text } from "../support/answers.js";
import { serve, stopServers } from "../support/server.js";
import { clearEnvironment, clientOf, thrownBy } from "../support/setup.js";

beforeEach(clearEnvironment);
afterEach(stopServers);

const classes = [
  [400, client.BadRequestError, client.isBadRequestError],
  [401, client.AuthenticationError, client.isAuthenticationError],
  [403, client.PermissionDeniedError, client.isPermissionDeniedError],
  [404, client.NotFoundError, client.isNotFoundError],
  [409, client.ConflictError, client.isConflictError],
  [422, client.UnprocessableEntityError, client.isUnprocessableEntityError],
  [429, client.RateLimitError, client.isRateLimitError],
  [500, client.InternalServerError, client.isInternalServerError],
  [503, client.InternalServerError, client.isInternalServerError],
  [529, client.InternalServerError, client.isInternalServerError],
  [402, client.APIError, client.isAPIError],
  [304, client.APIError, client.isAPIError],
] as const;

describe("errorFromResponse", () => {
  test.each(classes.slice(0, 11))("names status %i", async (status, ErrorClass, isThat) => {
    const server = await serve(fault(status, { "retry-after-ms": "7", "x-extra": "y" }));
    const error = await thrownBy(() => clientOf(server, { maxRetries: 0 }).count({ input: "x" }));
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toBeInstanceOf(client.APIError);
    expect(error).toBeInstanceOf(client.InputTokensError);
    expect(isThat(error) && client.isAPIError(error) && client.isInputTokensError(error)).toBe(true);
    expect(
      classes.filter(([, , guard]) => guard === isThat || guard === client.isAPIError || !guard(error)),
    ).toHaveLength(classes.length);
    expect(error).toMatchObject({
      name: ErrorClass.name,
      message: `${status} Fault ${status}. (request req_1)`,
      status,
      requestId: "req_1",
      error: { message: `Fault ${status}.`, type: "some_type", param: "input[3]", code: "some_code" },
      code: "some_code",
      param: "input[3]",
      type: "some_type",
      retryAfter: 7,
    });
    expect((error as client.APIError).headers.get("x-extra")).toBe("y");
  });

  test("takes members that are null or left out for null", async () => {
    const error = { message: "No.", type: "t", param: null, code: null };
    const server = await serve(json(400, { error }), json(400, { error: { message: "No.", code: 17 } }));
    const count = clientOf(server).count;
    expect(await thrownBy(() => count({ input: "x" }))).toMatchObject({
      param: null,
      code: null,
      type: "t",
      retryAfter: null,
    });
    expect(await thrownBy(() => count({ input: "x" }))).toMatchObject({
      param: null,
      code: "17",
      type: null,
    });
  });

  const expected = "Expected the provider's error envelope, but got";
  test.each<[string, string, Record<string, string>, string]>([
    ["an HTML page", "<!DOCTYPE html><h1>secret</h1>", { "content-type": "text/html" }, "an HTML page"],
    ["an unmarked HTML page", "\n <html>secret</html>", {}, "an HTML page"],
    ["an empty body", "", {}, "an empty body"],
    ["plain text", "upstream secret", { "content-type": "text/plain" }, "text that is not JSON"],
    ["broken JSON", '{"error":{"message":"secret', {}, "text that is not JSON"],
    ["other JSON", '{"detail":"secret"}', {}, "JSON of another shape"],
    ["JSON null", "null", {}, "JSON of another shape"],
    ["an error without message", '{"error":{"secret":1}}', {}, "JSON of another shape"],
    ["an error as text", '{"error":"secret"}', {}, "JSON of another shape"],
  ])("names what came instead of the envelope: %s", async (_, body, headers, got) => {
    const server = await serve(text(502, body, headers));
    const error = await thrownBy(() => clientOf(server, { maxRetries: 0 }).count({ input: "x" }));
    expect(error).toBeInstanceOf(client.InternalServerError);
    expect(error).toMatchObject({
      message: `502 ${expected} ${got}. (request req_1)`,
      status: 502,
      requestId: "req_1",
      error: null,
      code: null,
      param: null,
      type: null,
    });
  });

  test("cuts a long message short and keeps the whole beside it", async () => {
    const server = await serve(json(400, { error: { message: "m".repeat(5000) } }));
    const error = await thrownBy(() => clientOf(server).count({ input: "x" }));
    expect(error.message).toHaveLength("400 ".length + 1000 + " (request req_1)".length);
    expect(error).toMatchObject({ error: { message: "m".repeat(5000) } });
  });

  test("throws for a status without a body", async () => {
    const server = await serve((response) => response.writeHead(304).end());
    expect(await thrownBy(() => clientOf(server).count({ input: "x" }))).toMatchObject({
      name: "APIError",
      status: 304,
    });
  });
});

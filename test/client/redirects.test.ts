import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { isAPIError, isRedirectError } from "../../src/client/index.js";
import { ok, text } from "./support/answers.js";
import { serve, stopServers } from "./support/server.js";
import { clearEnvironment, clientOf, thrownBy } from "./support/setup.js";

beforeEach(clearEnvironment);
afterEach(stopServers);

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("of status %i to another origin is not followed", async (status) => {
    const other = await serve(ok);
    const location = `${other.url}/elsewhere?token=secret#secret`;
    const server = await serve(text(status, "", { location }));
    const client = clientOf(server, { organization: "org-1", headers: { "x-team": "a" } });
    const error = await thrownBy(() => client.count({ input: "x" }));
    expect(isRedirectError(error) && isAPIError(error)).toBe(true);
    expect(error).toMatchObject({
      name: "RedirectError",
      message: `${status} The answer points to ${other.url}/elsewhere; nothing was sent there (request req_1).`,
      status,
      location: `${other.url}/elsewhere`,
    });
    expect(inspect(error)).not.toContain("secret");
    expect(other.requests).toHaveLength(0);
    expect(server.requests).toHaveLength(1);
  });

  test.each([307, 308])("of status %i within the origin is followed with body and key", async (status) => {
    const server = await serve((response) => response.writeHead(status, { location: "/moved" }).end(), ok);
    await clientOf(server).count({ input: "x" });
    expect(server.requests[1]).toMatchObject({
      method: "POST",
      url: "/moved",
      body: '{"input":"x"}',
      headers: { authorization: "Bearer sk-test-secret", "content-type": "application/json" },
    });
  });

  test.each([301, 302, 303])(
    "of status %i, which would turn the POST into a GET, is not followed",
    async (status) => {
      const server = await serve(text(status, "", { location: "/moved" }), ok);
      expect(isRedirectError(await thrownBy(() => clientOf(server).count({ input: "x" })))).toBe(true);
      expect(server.requests).toHaveLength(1);
    },
  );

  test("in a circle ends", async () => {
    const server = await serve(text(307, "", { location: "?again" }));
    expect(isRedirectError(await thrownBy(() => clientOf(server).count({ input: "x" })))).toBe(true);
    expect(server.requests).toHaveLength(6);
  });

  test.each(["https://user:secret@host:1/a", "data:text/plain,secret", "http://[secret"])(
    "to %s is told without what nobody should see",
    async (location) => {
      const server = await serve(text(307, "", { location }));
      const error = await thrownBy(() => clientOf(server).count({ input: "x" }));
      expect(isRedirectError(error)).toBe(true);
      expect(inspect(error)).not.toContain("secret");
    },
  );

  test("that a browser hides is told without its target", async () => {
    const hidden = Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });
    const client = clientOf({ url: "http://host/v1" }, { fetch: () => hidden });
    const error = await thrownBy(() => client.count({ input: "x" }));
    expect(error).toMatchObject({ name: "RedirectError", location: null });
  });
});

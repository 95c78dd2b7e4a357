import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type OpenAI from "openai";
import type { InputTokenCountParams } from "../../generated/types.js";
import { isRequestValidationError } from "../../src/client/index.js";
import { fault, ok } from "./support/answers.js";
import { serve, stopServers } from "./support/server.js";
import { clearEnvironment, clientOf, thrownBy } from "./support/setup.js";

beforeEach(clearEnvironment);
afterEach(stopServers);

const wrong = (body: unknown): InputTokenCountParams => body as InputTokenCountParams;

describe("what is sent is what was checked", () => {
  test("of a body with toJSON", async () => {
    const server = await serve(ok);
    const good = { input: "x" };
    const liar = wrong({ ...good, toJSON: () => ({ input: 5 }) });
    expect(isRequestValidationError(await thrownBy(() => clientOf(server).count(liar)))).toBe(true);
    expect(server.requests).toHaveLength(0);
    await clientOf(server).count(wrong({ input: 5, toJSON: () => good }));
    expect(server.requests[0]?.body).toBe('{"input":"x"}');
  });

  test("of a request for an answer, without what only generation takes", async () => {
    const server = await serve(ok);
    const body: OpenAI.Responses.ResponseCreateParams = {
      model: "gpt-5",
      input: "x",
      stream: true,
      store: false,
    };
    await clientOf(server).count(body);
    await clientOf(server, { validateRequest: false }).count(body);
    expect(server.requests.map((request) => request.body)).toEqual(
      Array(2).fill('{"model":"gpt-5","input":"x"}'),
    );
    expect(body).toHaveProperty("stream", true);
  });

  test("of a getter, which is read once", async () => {
    const server = await serve(fault(500), ok);
    let reads = 0;
    const body = {
      get input(): string {
        reads += 1;
        return `read ${reads}`;
      },
    };
    await clientOf(server).count(body);
    expect(server.requests.map((request) => request.body)).toEqual(Array(2).fill('{"input":"read 1"}'));
    const turning = {
      get input(): unknown {
        reads += 1;
        return reads % 2 === 0 ? "x" : 5;
      },
    };
    const sent = server.requests.length;
    await clientOf(server)
      .count(wrong(turning))
      .catch(() => undefined);
    expect(server.requests.slice(sent).map((request) => request.body)).toEqual(['{"input":"x"}']);
  });

  test("of a body that its owner changes between two tries", async () => {
    const body: Record<string, unknown> = { input: "x" };
    const server = await serve((response, request) => {
      body["input"] = 5;
      fault(500)(response, request);
    }, ok);
    await clientOf(server).count(wrong(body));
    expect(server.requests.map((request) => request.body)).toEqual(Array(2).fill('{"input":"x"}'));
  });

  test("of values that JSON turns into others", async () => {
    const server = await serve(ok);
    const error = await thrownBy(() => clientOf(server).count(wrong({ input: [undefined] })));
    expect(error).toMatchObject({ issues: [{ path: ["input", 0] }] });
    await clientOf(server).count(wrong({ input: "x", model: undefined }));
    expect(server.requests[0]?.body).toBe('{"input":"x"}');
  });
});

import { describe, expect, test } from "@jest/globals";
import fastify from "fastify";
import { isConfigurationError } from "../../src/client/index.js";
import { checkRequest } from "../../src/gateway/check-request.js";
import { createHandler } from "../../src/gateway/create-handler.js";
import * as forExpress from "../../src/gateway/express.js";
import * as forFastify from "../../src/gateway/fastify.js";
import * as forHono from "../../src/gateway/hono.js";
import { createListener } from "../../src/gateway/node.js";
import type { CheckOptions, GatewayOptions } from "../../src/gateway/types.js";
import { countCharacters as count } from "./support/count-characters.js";
import { makeRequest } from "./support/requests.js";

/** Options that the types would refuse. */
const wrong = (options: object): GatewayOptions => ({ count, ...options });

const faults: [object, string, string][] = [
  [
    { maxBodyBytes: "1mb" },
    "maxBodyBytes",
    "a whole number of bytes, 0 or more, but got a value of type string",
  ],
  [{ maxBodyBytes: null }, "maxBodyBytes", "a whole number of bytes, 0 or more, but got null"],
  [{ maxBodyBytes: Infinity }, "maxBodyBytes", "a whole number of bytes, 0 or more, but got Infinity"],
  [{ maxBodyBytes: -1 }, "maxBodyBytes", "a whole number of bytes, 0 or more, but got -1"],
  [
    { bodyTimeoutMs: Infinity },
    "bodyTimeoutMs",
    "a number of milliseconds from 1 to 2147483647, but got Infinity",
  ],
  [{ bodyTimeoutMs: NaN }, "bodyTimeoutMs", "a number of milliseconds from 1 to 2147483647, but got NaN"],
  [{ bodyTimeoutMs: null }, "bodyTimeoutMs", "a number of milliseconds from 1 to 2147483647, but got null"],
  [
    { validate: "yes" },
    "validate",
    "a boolean, options of validateRequest or a function, but got a value of type string",
  ],
  [{ validate: null }, "validate", "a boolean, options of validateRequest or a function, but got null"],
  [{ onRefuse: 1 }, "onRefuse", "a function, but got 1"],
  [{ mapError: "x" }, "mapError", "a function, but got a value of type string"],
  [{ onError: {} }, "onError", "a function, but got a value of type object"],
];

const ofGateways: [object, string, string][] = [
  [{ count: undefined }, "count", "a client, a counter or a function, but got undefined"],
  [{ count: {} }, "count", "a client, a counter or a function, but got a value of type object"],
  [{ shareKey: "yes" }, "shareKey", "true or false, but got a value of type string"],
  [{ forwardBody: "raw" }, "forwardBody", '"received" or "parsed", but got a value of type string'],
  [
    { forwardHeaders: "authorization" },
    "forwardHeaders",
    "an array of names of headers that may pass, but got a value of type string",
  ],
  [
    { forwardHeaders: ["content-length"] },
    "forwardHeaders",
    "an array of names of headers that may pass, but got content-length",
  ],
  [
    { answerHeaders: ["Transfer-Encoding"] },
    "answerHeaders",
    "an array of names of headers that may pass, but got Transfer-Encoding",
  ],
  [
    { answerHeaders: ["a b"] },
    "answerHeaders",
    "an array of names of headers that may pass, but got a string that is no such name",
  ],
  [{ headers: { authorization: "sk-secret" } }, "headers", "a function, but got a value of type object"],
  [{ onAnswer: true }, "onAnswer", "a function, but got a value of type boolean"],
  [
    { cors: "https://a.example" },
    "cors",
    '"*" or an array of origins such as https://app.example.com, but got a value of type string',
  ],
  [
    { cors: ["https://a.example/path"] },
    "cors",
    '"*" or an array of origins such as https://app.example.com, but got a string that is no origin',
  ],
];

describe.each([
  ["createHandler", (options: GatewayOptions): unknown => createHandler(options)],
  ["createListener", (options: GatewayOptions): unknown => createListener(options)],
  [
    "Express's answerInputTokens",
    (options: GatewayOptions): unknown => forExpress.answerInputTokens(options),
  ],
  ["Hono's answerInputTokens", (options: GatewayOptions): unknown => forHono.answerInputTokens(options)],
])("%s", (_name, make) => {
  test.each([...faults, ...ofGateways])("refuses %j when it is made", (options, option, expected) => {
    expect(() => make(wrong(options))).toThrow(
      expect.objectContaining({
        name: "ConfigurationError",
        option,
        message: `Invalid ${option}: expected ${expected}.`,
      }),
    );
  });
});

describe.each([
  ["Express's", (options: CheckOptions): unknown => forExpress.guardInputTokens(options)],
  ["Fastify's", (options: CheckOptions): unknown => forFastify.guardInputTokens(options)],
  ["Hono's", (options: CheckOptions): unknown => forHono.guardInputTokens(options)],
])("%s guardInputTokens", (_name, make) => {
  test.each(faults)("refuses %j when it is made", (options, option) => {
    expect(() => make(wrong(options))).toThrow(expect.objectContaining({ option }));
  });
});

describe("Fastify's answerInputTokens", () => {
  test.each([...faults, ...ofGateways])("refuses %j when it is registered", async (options, option) => {
    const app = fastify();
    void app.register(forFastify.answerInputTokens, wrong(options));
    const error: unknown = await new Promise((resolve) => app.ready(resolve));
    expect(error).toMatchObject({ option });
    await app.close();
  });
});

describe("checkRequest", () => {
  test.each(faults)("refuses %j", async (options) => {
    const error: unknown = await checkRequest(makeRequest({}), wrong(options)).catch(
      (reason: unknown) => reason,
    );
    expect(isConfigurationError(error)).toBe(true);
  });
});

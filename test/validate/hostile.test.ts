import { describe, expect, test } from "@jest/globals";
import {
  isRequest,
  isResponse,
  validateRequest,
  validateResponse,
  type ValidateOptions,
} from "../../src/validate/index.js";

function fail(): never {
  throw new Error("hostile");
}

const cyclic: { input: unknown[] } = { input: [] };
cyclic.input.push(cyclic);
const cyclicFilter: { type: string; filters: unknown[] } = { type: "and", filters: [] };
cyclicFilter.filters.push(cyclicFilter);
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

function deepFilters(levels: number): unknown {
  let filter: unknown = { type: "eq", key: "a", value: 1 };
  for (let i = 0; i < levels; i++) filter = { type: "and", filters: [filter] };
  return { tools: [{ type: "file_search", vector_store_ids: [], filters: filter }] };
}

const hostile: [string, unknown, string, string | null][] = [
  ["a cycle", cyclic, "invalid_value", "input[0]"],
  [
    "a getter that throws",
    {
      input: [
        {
          role: "user",
          get content() {
            return fail();
          },
        },
      ],
    },
    "invalid_value",
    "input[0].content",
  ],
  ["a proxy that throws", { tools: new Proxy([{}], { get: fail }) }, "invalid_value", "tools[0]"],
  ["a revoked proxy", { input: [revoked] }, "invalid_value", "input[0]"],
  ["a revoked proxy as the body", revoked, "invalid_value", null],
  [
    "a type that is an object with a hostile text",
    { input: [{ type: { toString: fail, length: 7 } }] },
    "invalid_value",
    "input[0]",
  ],
  ["a date", { input: new Date() }, "invalid_type", "input"],
  ["a bigint", { input: 1n }, "invalid_type", "input"],
  ["a symbol", { model: Symbol("gpt") }, "invalid_type", "model"],
  ["a text in an object", { input: Object("Hello") as unknown }, "invalid_type", "input"],
  ["a hole in an array", { input: [, { id: "msg_1" }] }, "invalid_type", "input[0]"], // eslint-disable-line no-sparse-arrays
  [
    "a number that is none",
    { tools: [{ type: "file_search", vector_store_ids: [], max_num_results: NaN }] },
    "invalid_type",
    "tools[0].max_num_results",
  ],
];

const settings: (ValidateOptions | undefined)[] = [
  undefined,
  { unknownKeys: "reject", maxIssues: 1 },
  { unknownTypes: "allow", maxIssues: 50 },
];

describe("validateRequest", () => {
  test.each(hostile)("answers %s", (_name, body, code, param) => {
    expect(validateRequest(body)).toMatchObject({ ok: false, issues: [{ code, param }] });
    expect(isRequest(body)).toBe(false);
    for (const options of settings) expect(() => validateRequest(body, options)).not.toThrow();
    expect(() => [validateResponse(body), isResponse(body)]).not.toThrow();
  });

  test("takes filters of 500 levels and refuses deeper ones, however deep", () => {
    expect(validateRequest(deepFilters(500)).ok).toBe(true);
    for (const levels of [501, 100_000]) {
      expect(validateRequest(deepFilters(levels))).toMatchObject({
        ok: false,
        issues: [{ code: "invalid_value", message: expect.stringContaining("nested too deeply") }],
      });
    }
    const body = { tools: [{ type: "file_search", vector_store_ids: [], filters: cyclicFilter }] };
    expect(validateRequest(body)).toMatchObject({ ok: false, issues: [{ code: "invalid_value" }] });
  });

  test("is unharmed by a check that a getter starts inside another", () => {
    const inner = {
      input: [
        {
          role: "user",
          get content() {
            return validateRequest({ input: 5 }).ok ? "yes" : "no";
          },
        },
        { role: "robot" },
      ],
    };
    expect(validateRequest(inner)).toMatchObject({ ok: false, issues: [{ param: "input[1]" }] });
    expect(validateRequest(inner, { maxIssues: 9 })).toMatchObject({
      ok: false,
      issues: [{ param: "input[1]" }],
    });
    expect(validateRequest({ input: "Hello" }).ok).toBe(true);
  });

  test("reads no key of the prototype", () => {
    const body = JSON.parse('{"__proto__": {"input": 5}, "constructor": 5, "input": "Hello"}') as unknown;
    expect(validateRequest(body)).toEqual({ ok: true, value: body });
    expect(validateRequest({ tools: [{ type: "constructor" }] })).toMatchObject({
      ok: false,
      issues: [{ code: "invalid_value", param: "tools[0].type" }],
    });
    expect(validateRequest({ input: [{ type: "__proto__" }] })).toMatchObject({
      ok: false,
      issues: [{ code: "invalid_value", param: "input[0]" }],
    });
  });
});

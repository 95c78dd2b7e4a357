import { sValidator } from "@hono/standard-validator";
import { describe, expect, test } from "@jest/globals";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { Hono } from "hono";
import type { InputTokenCountParams, InputTokenCountResponse } from "../../generated/types.js";
import {
  requestSchema,
  responseSchema,
  toErrorBody,
  validateRequest,
  type ValidationIssue,
} from "../../src/validate/index.js";

/** True where two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

const app = new Hono()
  .post("/count", sValidator("json", requestSchema), (context) => {
    const body = context.req.valid("json");
    const typed: Same<typeof body, InputTokenCountParams> = true;
    // @ts-expect-error the schema knows its members
    const wrong: number | undefined = body.model;
    return context.json({ typed, wrong, tools: body.tools?.map((tool) => tool.type) ?? [] });
  })
  .post(
    "/worded",
    sValidator("json", requestSchema, (result, context) =>
      // The library types issues as the standard does; they are ours.
      result.success ? undefined : context.json(toErrorBody(result.error as readonly ValidationIssue[]), 400),
    ),
    (context) => context.json({ input: context.req.valid("json").input }),
  )
  .post("/answer", sValidator("json", responseSchema), (context) => {
    const tokens: number = context.req.valid("json").input_tokens;
    return context.json({ tokens });
  });

async function post(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await app.request(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe("requestSchema", () => {
  test("lets a valid body through a Hono app, typed", async () => {
    const body = { input: "Hi", tools: [{ type: "function", name: "f" }, { type: "computer" }] };
    expect(await post("/count", body)).toEqual({
      status: 200,
      body: { typed: true, tools: ["function", "computer"] },
    });
  });

  test("gives the issues of validateRequest to the app", async () => {
    const body = { input: [{ role: "user", content: [{ type: "input_text" }] }] };
    const result = validateRequest(body);
    const issues = result.ok ? [] : result.issues;
    expect(issues.map(({ path }) => path)).toEqual([["input", 0, "content", 0, "text"]]);
    expect(await post("/count", body)).toMatchObject({
      status: 400,
      body: { success: false, error: issues },
    });
  });

  test("answers in the provider's words where the app asks for them", async () => {
    const error = {
      message:
        "Invalid value: 'robot'. Supported values are: 'assistant', 'system', 'developer', and 'user'.",
      type: "invalid_request_error",
      param: "input[0]",
      code: "invalid_value",
    };
    expect(await post("/worded", { input: [{ role: "robot", content: "Hi" }] })).toEqual({
      status: 400,
      body: { error },
    });
    expect(await post("/worded", { input: "Hi" })).toEqual({ status: 200, body: { input: "Hi" } });
  });

  test("is a Standard Schema and a Standard JSON Schema by its types", () => {
    const schema: StandardSchemaV1<InputTokenCountParams> = requestSchema;
    const json: StandardJSONSchemaV1<InputTokenCountParams> = requestSchema;
    const input: Same<StandardSchemaV1.InferInput<typeof requestSchema>, InputTokenCountParams> = true;
    const output: Same<StandardSchemaV1.InferOutput<typeof requestSchema>, InputTokenCountParams> = true;
    // @ts-expect-error the request is no response
    const wrong: StandardSchemaV1<InputTokenCountResponse> = requestSchema;
    expect([schema, json, wrong, input, output]).toEqual([
      requestSchema,
      requestSchema,
      requestSchema,
      true,
      true,
    ]);
  });
});

describe("responseSchema", () => {
  test("lets a count through a Hono app, typed, and refuses what is none", async () => {
    const count = { object: "response.input_tokens", input_tokens: 11 };
    expect(await post("/answer", count)).toEqual({ status: 200, body: { tokens: 11 } });
    expect(await post("/answer", { ...count, input_tokens: "11" })).toMatchObject({
      status: 400,
      body: { error: [{ path: ["input_tokens"] }] },
    });
  });

  test("is a Standard Schema and a Standard JSON Schema by its types", () => {
    const schema: StandardSchemaV1<InputTokenCountResponse> & StandardJSONSchemaV1<InputTokenCountResponse> =
      responseSchema;
    const output: Same<StandardSchemaV1.InferOutput<typeof responseSchema>, InputTokenCountResponse> = true;
    expect([schema, output]).toEqual([responseSchema, true]);
  });
});

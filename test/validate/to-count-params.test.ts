import { describe, expect, test } from "@jest/globals";
import type OpenAI from "openai";
import { GENERATION_PARAMETERS } from "../../generated/parameters.js";
import type { InputTokenCountParams } from "../../src/types.js";
import { toCountParams, validateRequest, type CreateParams } from "../../src/validate/index.js";
import { freeze } from "../support/json.js";

describe("toCountParams", () => {
  test("leaves out what only generation takes, and keeps the body as it was", () => {
    const input = [{ role: "user" as const, content: "Hi" }];
    const body = freeze({ model: "gpt-5", stream: true, input, temperature: 0.2, store: null });
    const params = toCountParams(body);
    expect(params).toEqual({ model: "gpt-5", input });
    expect(params.input).toBe(input);
  });

  test("leaves out each of the fragment's generation parameters", () => {
    const body: CreateParams = Object.fromEntries(GENERATION_PARAMETERS.map((key) => [key, null]));
    expect(toCountParams({ ...body, model: "gpt-5" })).toEqual({ model: "gpt-5" });
  });

  test("keeps what it does not know, for the validator to judge", () => {
    const params = toCountParams({ model: "gpt-5", input: "Hi", bogus: 1, prompt: { id: "pmpt_1" } });
    expect(params).toEqual({ model: "gpt-5", input: "Hi", bogus: 1, prompt: { id: "pmpt_1" } });
    expect(validateRequest(params, { unknownKeys: "reject" })).toMatchObject({ ok: false });
  });

  test("takes a body typed by the provider's SDK, and gives one of ours", () => {
    const body: OpenAI.Responses.ResponseCreateParams = {
      model: "gpt-5",
      input: [{ role: "user", content: "Hi" }],
      tools: [{ type: "function", name: "f", parameters: null, strict: true }],
      text: { format: { type: "text" } },
      stream: true,
      max_output_tokens: 100,
    };
    const params: InputTokenCountParams = toCountParams(body);
    expect(Object.keys(params)).toEqual(["model", "input", "tools", "text"]);
  });
});

import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Ajv } from "ajv";
import { requestSchema, responseSchema, validateRequest } from "../../src/validate/index.js";

describe("requestSchema", () => {
  const schema = requestSchema["~standard"];

  test("is a Standard Schema v1", () => {
    expect([schema.version, schema.vendor]).toEqual([1, "input-tokens-contract"]);
  });

  test("gives the body itself, or the issues of validateRequest", () => {
    const body = { model: "gpt-5", input: "Hello" };
    expect(schema.validate(body)).toEqual({ value: body });
    const result = validateRequest({ input: 5 });
    expect(schema.validate({ input: 5 })).toEqual({ issues: result.ok ? [] : result.issues });
  });

  test.each([
    ["draft-2020-12", new Ajv2020({ strict: false, validateFormats: false })],
    ["draft-07", new Ajv({ strict: false, validateFormats: false })],
  ])("gives a JSON Schema for %s that decides alike", (target, ajv) => {
    const validate = ajv.compile(schema.jsonSchema.input({ target }));
    expect(validate({ model: "gpt-5", input: [{ role: "user", content: "Hello" }] })).toBe(true);
    expect(validate({ input: [{ role: "robot", content: "Hello" }] })).toBe(false);
  });

  test("says which targets there are", () => {
    expect(() => schema.jsonSchema.output({ target: "openapi-3.0" })).toThrow(
      new Error("The schema can be given as draft-2020-12 or draft-07, not as openapi-3.0."),
    );
  });
});

describe("responseSchema", () => {
  test("gives the answer itself, or its issues", () => {
    const answer = { object: "response.input_tokens", input_tokens: 11 };
    expect(responseSchema["~standard"].validate(answer)).toEqual({ value: answer });
    expect(responseSchema["~standard"].validate({}).issues).toHaveLength(1);
  });
});

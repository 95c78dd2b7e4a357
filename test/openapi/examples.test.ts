import { describe, expect, test } from "@jest/globals";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formatsPlugin from "ajv-formats";
import { readFileSync } from "node:fs";
import { isResponse, validateRequest } from "../../src/validate/index.js";
import { document, schemaOf } from "../support/document.js";
import { invalidBodies, validBodies } from "../support/fixtures.js";

interface Media {
  content?: Record<string, { schema: { $ref: string }; examples: Record<string, { value?: unknown; $ref?: string }> }>;
}

const ajv = new Ajv2020({ strict: false });
formatsPlugin.default(ajv);
ajv.addSchema({ $id: "openapi", components: document.components });
const validateBody = ajv.compile(JSON.parse(readFileSync(new URL("../../generated/schema.json", import.meta.url), "utf8")) as object);

/** What stock ajv makes of a component. */
function componentOf(name: string): ValidateFunction {
  const validate = ajv.getSchema(`openapi#/components/schemas/${name}`);
  if (!validate) throw new Error(`There is no schema ${name}.`);
  return validate;
}

const { post } = document.paths["/responses/input_tokens"] as { post: { requestBody: Media; responses: Record<string, Media & { $ref?: string }> } };

function follow<T extends object>(value: T & { $ref?: string }): T {
  if (value.$ref === undefined) return value;
  const [, , section = "", name = ""] = value.$ref.split("/");
  return (document.components[section] as Record<string, T>)[name] as T;
}

/** The examples of a body or an answer, by name. */
function examplesOf(media: Media & { $ref?: string }): [string, unknown][] {
  const json = follow(media).content?.["application/json"];
  return Object.entries(json?.examples ?? {}).map(([name, example]) => [name, follow(example).value]);
}

describe("an example of the operation", () => {
  const requests = examplesOf(post.requestBody);

  test("exists for each kind of request", () => {
    expect(requests.map(([name]) => name)).toEqual(
      ["plainText", "messages", "structuredOutput", "imageAndFile", "agentConversation", "statelessHistory", "hostedTools", "computerUse", "previousResponse", "conversation"],
    );
  });

  test.each(requests)("is a valid request: %s", (_name, body) => {
    validateBody(body);
    expect(validateBody.errors).toBeNull();
    expect(validateRequest(body, { unknownKeys: "reject" })).toEqual({ ok: true, value: body });
  });

  test.each(Object.entries(post.responses))("is a valid answer: %s", (status, answer) => {
    const name = status === "200" ? "InputTokenCountResponse" : "ErrorResponse";
    const examples = examplesOf(answer);
    expect(follow(answer).content?.["application/json"]?.schema.$ref).toBe(`#/components/schemas/${name}`);
    expect(examples.length).toBeGreaterThan(0);
    for (const [, body] of examples) {
      expect([body, componentOf(name)(body)]).toEqual([body, true]);
      if (status === "200") expect(isResponse(body)).toBe(true);
    }
  });
});

describe("an example of a schema", () => {
  const examples = Object.keys(document.components.schemas).flatMap((name) => schemaOf(name).examples?.map((value) => [name, value] as const) ?? []);

  test("exists for the request, the answer and the error", () => {
    expect([...new Set(examples.map(([name]) => name))]).toEqual(["ErrorResponse", "InputTokenCountParams", "InputTokenCountResponse"]);
  });

  test.each(examples)("is valid: %s %j", (name, value) => {
    expect(componentOf(name)(value)).toBe(true);
    if (name === "InputTokenCountParams") expect(validateRequest(value)).toEqual({ ok: true, value });
  });
});

describe("a valid fixture", () => {
  test.each(validBodies())("is valid by stock ajv, too: $title", ({ body }) => {
    validateBody(body);
    expect(validateBody.errors).toBeNull();
  });
});

describe("an invalid fixture", () => {
  test.each(invalidBodies())("is invalid by stock ajv, too: $title", ({ body }) => {
    expect(validateBody(body)).toBe(false);
  });
});

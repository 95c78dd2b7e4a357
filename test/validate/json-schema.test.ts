import { describe, expect, test } from "@jest/globals";
import { Ajv, type AnySchema } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { findFault, InputTokenCountParams as checkRequest } from "../../generated/validators.js";
import { makeBody, ROOT } from "../../scripts/fuzz/differential.js";
import { Fragment, readDocument, readRequestSchema } from "../../scripts/fuzz/fragment.js";
import { createIndependentValidator } from "../../scripts/fuzz/independent.js";
import { collectVocabulary } from "../../scripts/fuzz/mutate.js";
import { requestSchema, responseSchema } from "../../src/validate/index.js";

const published = readRequestSchema();
const target = (draft: string) => requestSchema["~standard"].jsonSchema.input({ target: draft });

const hyperjump = await createIndependentValidator(published);

/** Bodies that fit and bodies that do not, with the generated validator's verdict. */
const bodies = (() => {
  const fragment = new Fragment(readDocument());
  const words = collectVocabulary(fragment, ROOT);
  return Array.from({ length: 300 }, (_, seed) => {
    const body = makeBody(seed, { fragment, words, reached: new Set() });
    return { body, fits: findFault(checkRequest, body, {}) === undefined };
  });
})();

/** Every keyword of a schema, at any depth; names of members are none. */
function keywordsOf(schema: unknown, isMap = false): string[] {
  if (Array.isArray(schema)) return schema.flatMap((inner) => keywordsOf(inner));
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(isMap ? [] : [key]),
    ...(["const", "enum", "default", "examples"].includes(key) && !isMap
      ? []
      : keywordsOf(value, !isMap && ["properties", "$defs"].includes(key))),
  ]);
}

function stock(ajv: Ajv, schema: Record<string, unknown>): (body: unknown) => boolean {
  addFormats.default(ajv);
  // A file from our own build.
  const validate = ajv.compile(schema as AnySchema);
  return (body) => validate(body) === true;
}

describe("schema.json", () => {
  test("is plain JSON Schema: nothing of OpenAPI, no extension, no reference out of itself", () => {
    const keywords = new Set(keywordsOf(published));
    expect([...keywords].filter((keyword) => keyword.startsWith("x-"))).toEqual([]);
    for (const foreign of ["discriminator", "nullable", "example", "xml", "externalDocs"])
      expect(keywords).not.toContain(foreign);
    const references = [...JSON.stringify(published).matchAll(/"\$ref":"[^"]*"/g)].map(
      ([reference]) => reference,
    );
    const known = new Set(
      Object.keys(published["$defs"] as object).map((name) => `"$ref":"#/$defs/${name}"`),
    );
    expect(references.filter((reference) => !known.has(reference))).toEqual([]);
    // And nothing is there that nobody refers to.
    expect([...known].filter((reference) => !references.includes(reference))).toEqual([]);
  });

  test("is a schema by the meta-schema of its draft", () => {
    const ajv = new Ajv2020({ strict: false });
    expect(published["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(ajv.validateSchema(published)).toBe(true);
  });

  test.each([
    ["stock ajv, in its strict mode", stock(new Ajv2020({ strict: true }), published)],
    [
      "stock ajv, as the published target draft-2020-12",
      stock(new Ajv2020({ strict: false }), target("draft-2020-12")),
    ],
    ["stock ajv of draft 07, as the target draft-07", stock(new Ajv({ strict: false }), target("draft-07"))],
    ["@hyperjump/json-schema", hyperjump],
  ])("decides as the generated validator does, compiled by %s", (_name, isValid) => {
    for (const { body, fits } of bodies) {
      expect([body, isValid(body as never)]).toEqual([body, fits]);
    }
  });

  test("sets no limit beside a reference, which draft 07 would not see", () => {
    JSON.parse(JSON.stringify(published), (_, value: unknown) => {
      if (typeof value === "object" && value !== null && "$ref" in value && !("$defs" in value)) {
        expect(["$ref", "description", "default", "deprecated"]).toEqual(
          expect.arrayContaining(Object.keys(value)),
        );
      }
      return value;
    });
  });
});

describe("responseSchema", () => {
  test.each([
    ["draft-2020-12", new Ajv2020({ strict: false })],
    ["draft-07", new Ajv({ strict: false })],
  ])("gives a JSON Schema for %s that decides alike", (draft, ajv) => {
    const isValid = stock(ajv, responseSchema["~standard"].jsonSchema.output({ target: draft }));
    expect(isValid({ object: "response.input_tokens", input_tokens: 11 })).toBe(true);
    for (const wrong of [
      {},
      { object: "response", input_tokens: 11 },
      { object: "response.input_tokens", input_tokens: 1.5 },
      null,
    ]) {
      expect(isValid(wrong)).toBe(false);
    }
  });
});

import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { writePlainDocument } from "../../../scripts/documents/plain-document.js";
import type { OpenApiDocument, Schema } from "../../../scripts/openapi.js";
import { document as contract } from "../../support/document.js";

const read = (file: string): string =>
  readFileSync(new URL(`../../../generated/${file}`, import.meta.url), "utf8");
const published = JSON.parse(read("openapi.json")) as OpenApiDocument;

/** Shows each schema of the published document, named ones and those inside. */
function eachSchema(show: (schema: Schema) => void): void {
  const visit = (value: unknown, isMap: boolean): void => {
    if (typeof value !== "object" || value === null) return;
    if (!isMap && !Array.isArray(value)) show(value);
    for (const [key, inner] of Object.entries(value))
      if (isMap || !["const", "enum", "default", "examples", "mapping"].includes(key))
        visit(inner, !isMap && key === "properties");
  };
  visit(published.components.schemas, true);
}

describe("openapi.json", () => {
  test("has no extension, no `not`, no format, one type a schema, and no condition beside members", () => {
    eachSchema((schema) => {
      expect(
        Object.keys(schema).filter((key) => key.startsWith("x-") || key === "not" || key === "format"),
      ).toEqual([]);
      expect([schema.type ?? []].flat().filter((type) => type !== "null").length).toBeLessThan(2);
      if (schema.enum)
        expect([schema.enum.includes(null), Array.isArray(schema.type)]).toEqual([false, false]);
      if (schema.properties) expect(schema.anyOf).toBeUndefined();
      if (schema.$ref)
        expect(
          Object.keys(schema).filter(
            (key) => !["$ref", "description", "default", "deprecated"].includes(key),
          ),
        ).toEqual([]);
    });
    expect(Object.keys(published).filter((key) => key.startsWith("x-"))).toEqual([]);
  });

  test("has discriminators where every branch has the tag, each value for one branch", () => {
    const { schemas } = published.components;
    let count = 0;
    eachSchema(({ discriminator, oneOf = [] }) => {
      if (!discriminator) return;
      count++;
      const tags = oneOf.flatMap(({ $ref = "" }) => {
        const branch = schemas[$ref.split("/").at(-1) ?? ""];
        expect(branch?.required).toContain(discriminator.propertyName);
        const tag = branch?.properties?.[discriminator.propertyName];
        return tag?.const === undefined ? (tag?.enum ?? []) : [tag.const];
      });
      expect([...tags].sort()).toEqual(Object.keys(discriminator.mapping).sort());
    });
    expect(count).toBeGreaterThan(15);
  });

  test("is the same as openapi.yaml", () => {
    expect(parse(read("openapi.yaml"))).toEqual(published);
  });

  test("has every operation, answer and example of the contract", () => {
    const { schemas: _, ...components } = published.components;
    const { schemas: _ours, ...ours } = contract.components;
    expect([published.paths, components]).toEqual([contract.paths, ours]);
  });
});

describe("writePlainDocument", () => {
  test("lists what it leaves out, and says so in the document", () => {
    const { leftOut, document } = writePlainDocument(contract, "Made by a test.");
    expect(leftOut).toEqual([
      "ItemReference: what it is not, where an object could be another one too.",
      "LocalShellCallOutput: that `id` or `call_id` must be there.",
      "McpTool: that `server_url` or `connector_id` or `tunnel_id` must be there.",
      "Message: that `role` decides, since not every branch has one of its own.",
      "ResponseConfigurationUpdateItemParam: that `reasoning` or `text` must be there.",
      "ResponseInputItem: that `type` decides, since not every branch has one of its own.",
    ]);
    for (const said of [...leftOut, "Made by a test."]) expect(document.info.description).toContain(said);
  });
});

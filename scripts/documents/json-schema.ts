import { schemaName, type OpenApiDocument, type Schema } from "../openapi.js";
import { simplify } from "./simplify.js";

/** A schema of JSON Schema 2020-12, which may be `true`. */
export type JsonSchema = Record<string, unknown>;

/**
 * The named schema as plain JSON Schema 2020-12: self-contained, without OpenAPI's discriminators and without
 * extensions, so that any validator compiles it, in its strictest mode too.
 */
export function extractSchema(document: OpenApiDocument, root: string): JsonSchema {
  return collectDefinitions(document, root, (schema) => {
    const { discriminator: _, ...plain } = simplify(schema);
    return plain;
  });
}

/** A document of all schemas that the root leads to, each written by `write`. */
export function collectDefinitions(
  document: OpenApiDocument,
  root: string,
  write: (schema: Schema) => JsonSchema,
): JsonSchema {
  const definitions: JsonSchema = {};
  const open = [root];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = document.components.schemas[name];
    if (name in definitions || !schema) continue;
    definitions[name] = moveReferences(write(schema), (target) => open.push(target));
  }
  const sorted = Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: root,
    $ref: `#/$defs/${root}`,
    $defs: Object.fromEntries(sorted),
  };
}

function moveReferences(schema: JsonSchema, refer: (name: string) => void): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key !== "$ref" || typeof value !== "string") return value;
    const name = schemaName(value);
    refer(name);
    return `#/$defs/${name}`;
  });
}

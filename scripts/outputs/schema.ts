import type { OpenApiDocument, Schema } from "../openapi.js";

const COMPONENTS = "#/components/schemas/";

/**
 * The named schema as plain JSON Schema 2020-12: self-contained, without OpenAPI's discriminators and without
 * extensions, so that any validator compiles it.
 */
export function extractSchema(document: OpenApiDocument, root: string): Record<string, unknown> {
  const definitions: Record<string, unknown> = {};
  const open = [root];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name in definitions) continue;
    definitions[name] = plain(document.components.schemas[name], (reference) => open.push(reference));
  }
  const sorted = Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: root,
    $ref: `#/$defs/${root}`,
    $defs: Object.fromEntries(sorted),
  };
}

function plain(schema: Schema | undefined, refer: (name: string) => void): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key.startsWith("x-") || key === "discriminator") return undefined;
    if (key !== "$ref" || typeof value !== "string") return value;
    refer(value.slice(COMPONENTS.length));
    return `#/$defs/${value.slice(COMPONENTS.length)}`;
  });
}

import { schemaName, type OpenApiDocument, type Schema } from "../openapi.js";
import { sayNews } from "./say-news.js";

/**
 * The document as types see it: without discriminators, since each branch holds its tag as a literal, and
 * without conditions that no type says (a presence rule, `not`). What is new says since when; what the
 * fragment leaves open in the types (`x-typed-as`) is open.
 */
export function typedDocument(document: OpenApiDocument): OpenApiDocument {
  const copy = JSON.parse(JSON.stringify(document)) as OpenApiDocument;
  const { schemas } = copy.components;
  for (const schema of Object.values(schemas)) separateUntagged(schema, schemas);
  visitSchemas(schemas, (schema) => {
    delete schema.discriminator;
    if (schema.properties) delete schema.anyOf;
    if (schema.properties) delete schema.not;
    describe(schema);
    if (schema["x-typed-as"] === "unknown") clear(schema);
  });
  return copy;
}

/**
 * Where a second tag (`role`) decides on objects without the first one (`type`), objects that have no such tag say so:
 * the compiler then tells all branches apart by it, so that editors offer what one branch has and messages name it.
 */
function separateUntagged(union: Schema, schemas: Record<string, Schema>): void {
  for (const [key, name] of Object.entries(union.discriminator?.["x-untagged"] ?? {})) {
    if (schemas[name]?.discriminator?.propertyName !== key) continue;
    for (const { properties = {} } of leavesOf(union, schemas))
      properties[key] ??= { "x-typed-as": "never", description: `Only a ${name} has it.` };
  }
}

function leavesOf(schema: Schema, schemas: Record<string, Schema>): Schema[] {
  if (schema.$ref) return leavesOf(schemas[schemaName(schema.$ref)] ?? {}, schemas);
  const union = schema.properties ? undefined : (schema.anyOf ?? schema.oneOf);
  return union?.flatMap((branch) => leavesOf(branch, schemas)) ?? [schema];
}

/** Shows every schema inside a value, inner ones first. */
function visitSchemas(value: unknown, visit: (schema: Schema) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) visitSchemas(inner, visit);
  visit(value);
}

/** Editors show a comment's text at once, and what stands behind `@description` below the rest. */
function describe(schema: Schema & { summary?: string }): void {
  const { description } = schema;
  if (typeof description !== "string") return;
  delete schema.description;
  schema.summary = schema["x-since"] ? `${description} ${sayNews(schema)}` : description;
}

/** A schema without keywords takes whatever there is. */
function clear(schema: Schema): void {
  for (const keyword of Object.keys(schema) as (keyof Schema)[]) delete schema[keyword];
}

import { readFileSync } from "node:fs";
import { schemaName, type OpenApiDocument, type Schema } from "../../scripts/openapi.js";

/** The bundled document, as the repository holds it. */
export const document = JSON.parse(
  readFileSync(new URL("../../generated/contract.json", import.meta.url), "utf8"),
) as OpenApiDocument;

/** A component by its name. */
export function schemaOf(name: string): Schema {
  const schema = document.components.schemas[name];
  if (!schema) throw new Error(`There is no schema ${name}.`);
  return schema;
}

/** The schema behind a reference, or the schema itself. */
export function resolve(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : resolve(schemaOf(schemaName(schema.$ref)));
}

/** The names of a union's branches, in its order. */
export function branchesOf(name: string): string[] {
  const { oneOf, anyOf } = schemaOf(name);
  return (oneOf ?? anyOf ?? []).map((branch) => schemaName(branch.$ref ?? ""));
}

/** The tags of a union in the fragment's order; modes, which are strings, count as tags. */
export function tagsOf(name: string): string[] {
  const schema = schemaOf(name);
  if (schema.discriminator) return Object.keys(schema.discriminator.mapping);
  if (schema.enum) return schema.enum.filter((value) => typeof value === "string");
  return branchesOf(name).flatMap(tagsOf);
}

/** The tags of a union's objects. */
export function objectTagsOf(name: string): string[] {
  return schemaOf(name).discriminator ? tagsOf(name) : branchesOf(name).flatMap(objectTagsOf);
}

/** The unions that a property decides, by name. */
export function taggedUnions(): string[] {
  return Object.keys(document.components.schemas).filter((name) => schemaOf(name).discriminator);
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
export function joinValues(values: string[], conjunction: "and" | "or"): string {
  const quoted = values.map((value) => `'${value}'`);
  if (quoted.length < 3) return quoted.join(` ${conjunction} `);
  return `${quoted.slice(0, -1).join(", ")}, ${conjunction} ${quoted.at(-1)}`;
}

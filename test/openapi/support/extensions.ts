import type { Schema } from "../../../scripts/openapi.js";
import { document } from "../../support/document.js";

/** The places of an extension in the whole document: the schema and the way to the place within it, with what is said there. */
export function placesOf<Extension extends "x-deviation" | "x-since">(
  extension: Extension,
): [string, NonNullable<Schema[Extension]>][] {
  const found: [string, NonNullable<Schema[Extension]>][] = [];
  const visit = (value: unknown, path: string[]): void => {
    if (typeof value !== "object" || value === null) return;
    const said = (value as Schema)[extension];
    if (said !== undefined) found.push([path.filter((key) => key !== "properties").join("."), said]);
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  const { components, ...rest } = document;
  for (const [name, schema] of Object.entries(components.schemas)) visit(schema, [name]);
  visit({ ...rest, components: { ...components, schemas: {} } }, ["document"]);
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

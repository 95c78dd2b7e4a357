import { schemaName, type Schema } from "../../scripts/openapi.js";
import { resolve, schemaOf } from "./document.js";
import { read, type Json, type JsonObject, type Path } from "./json.js";

/** An object of a body, with the schema that speaks of it. */
export interface Found {
  schema: string;
  path: Path;
  value: JsonObject;
}

/** The objects of a valid request and their schemas: the dispatch of the fragment, read a second time. */
function objectsOf(body: JsonObject): Found[] {
  const found: Found[] = [];
  visit({ $ref: "#/components/schemas/InputTokenCountParams" }, "", body, []);
  return found;

  function visit(schema: Schema, name: string, value: Json, path: Path): void {
    if (schema.$ref) return visit(resolve(schema), schemaName(schema.$ref), value, path);
    const union = schema.properties ? undefined : (schema.oneOf ?? schema.anyOf);
    if (union) {
      const branch = chooseBranch(schema, union, value);
      if (branch) visit(branch, name, value, path);
    } else if (Array.isArray(value)) {
      value.forEach((inner, index) => schema.items && visit(schema.items, name, inner, [...path, index]));
    } else if (typeof value === "object" && value !== null && schema.properties) {
      found.push({ schema: name, path, value });
      for (const [key, property] of Object.entries(schema.properties)) {
        if (key in value) visit(property, "", value[key] as Json, [...path, key]);
      }
    }
  }
}

function chooseBranch(schema: Schema, union: Schema[], value: Json): Schema | undefined {
  const { discriminator, "x-dispatch": dispatch } = schema;
  const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
  if (dispatch) return named(dispatch.mapping[textOf(read(value, dispatch.path))] ?? dispatch.default);
  if (!discriminator) return union.find((branch) => kindsOf(branch).includes(kindOf(value)));
  const object = value as JsonObject;
  const reference = discriminator.mapping[textOf(object[discriminator.propertyName])];
  if (reference) return { $ref: reference };
  const untagged = Object.entries(discriminator["x-untagged"] ?? {}).find(
    ([key]) => key === "*" || key in object,
  );
  return untagged && named(untagged[1]);
}

/** A tag, if it is one. */
function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The JSON kinds that a schema takes: all of them, if it names none. */
export function kindsOf(schema: Schema): string[] {
  const target = resolve(schema);
  const union = target.properties ? undefined : (target.oneOf ?? target.anyOf);
  if (union) return [...new Set(union.flatMap(kindsOf))];
  if (target.type === undefined) return Object.keys(SAMPLES);
  const kinds = [target.type].flat();
  return kinds.includes("number") ? [...kinds, "integer"] : kinds;
}

/** The literals of a schema, without null. */
export function literalsOf(schema: Schema): string[] {
  const target = resolve(schema);
  const union = target.properties ? undefined : (target.oneOf ?? target.anyOf);
  if (union) return union.flatMap(literalsOf);
  const literals: unknown[] = target.const === undefined ? (target.enum ?? []) : [target.const];
  return literals.filter((value) => typeof value === "string");
}

function kindOf(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

/** One value of each JSON kind, and what messages call it. */
export const SAMPLES: Record<string, { value: Json; words: string }> = {
  null: { value: null, words: "null" },
  boolean: { value: true, words: "a boolean" },
  integer: { value: 7, words: "an integer" },
  number: { value: 0.5, words: "a decimal number" },
  string: { value: "no such value", words: "a string" },
  array: { value: [], words: "an array" },
  object: { value: {}, words: "an object" },
};

/** For each schema of a request the objects of it that the bodies hold, in their order. */
export function collectObjects(bodies: JsonObject[]): Map<string, (Found & { body: JsonObject })[]> {
  const collected = new Map<string, (Found & { body: JsonObject })[]>();
  for (const body of bodies) {
    for (const found of objectsOf(body)) {
      if (!schemaOf(found.schema).properties) continue;
      collected.set(found.schema, [...(collected.get(found.schema) ?? []), { ...found, body }]);
    }
  }
  return collected;
}

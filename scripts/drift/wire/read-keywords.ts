import { ANYTHING, createObject, NOTHING } from "./shape.js";
import type { Json, Limits, Notes, Rest, Shape } from "./shape.js";

/** A schema object as it was parsed. */
export type Schema = Readonly<Record<string, Json>>;

const STRING_LIMITS = ["minLength", "maxLength", "pattern", "format"];
const NUMBER_LIMITS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const ARRAY_LIMITS = ["minItems", "maxItems", "uniqueItems"];
const OBJECT_LIMITS = ["minProperties", "maxProperties"];
const LIMITS = [...STRING_LIMITS, ...NUMBER_LIMITS, ...ARRAY_LIMITS, ...OBJECT_LIMITS];
const EVERY_KIND = ["string", "number", "boolean", "array", "object", "null"];

/** Tells a schema object from the other JSON values. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads a list of schemas, such as `anyOf`; anything else is no list. */
export function listSchemas(value: Json | undefined): Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

/**
 * Reads what a schema says by itself, without its references and combinations.
 * @param follow turns a subschema into its shape, at first use
 */
export function readKeywords(schema: Schema, follow: (subschema: Json | undefined) => () => Shape): Shape {
  const notes = readNotes(schema);
  const annotations = {
    default: schema["default"] ?? undefined,
    deprecated: schema["deprecated"] === true,
    notes,
  };
  const literals = readLiterals(schema);
  const kinds = readKinds(schema, literals);
  if (!kinds) return { ...ANYTHING, ...annotations };
  const ofType = (type: string): Json[] | undefined => literals?.filter((value) => typeof value === type);
  const strings = ofType("string") as string[] | undefined;
  const numbers = ofType("number") as number[] | undefined;
  const booleans = ofType("boolean") as boolean[] | undefined;
  return {
    ...NOTHING,
    ...annotations,
    nullable: kinds.has("null") && (!literals || literals.includes(null) || schema["nullable"] === true),
    string: kinds.has("string")
      ? { open: !strings, values: strings ?? [], limits: strings ? {} : pick(schema, STRING_LIMITS) }
      : undefined,
    number:
      kinds.has("number") || kinds.has("integer")
        ? {
            open: !numbers,
            values: numbers ?? [],
            integer: !kinds.has("number"),
            limits: numbers ? {} : pick(schema, NUMBER_LIMITS),
          }
        : undefined,
    boolean: kinds.has("boolean") ? (booleans ?? [true, false]) : undefined,
    array: kinds.has("array")
      ? { items: follow(schema["items"]), limits: pick(schema, ARRAY_LIMITS) }
      : undefined,
    objects: kinds.has("object")
      ? [createObject({ ...readObject(schema, follow), deprecated: annotations.deprecated, notes })]
      : [],
  };
}

function readNotes(schema: Schema): Notes {
  const [deviation, since] = [schema["x-deviation"], schema["x-since"]];
  return {
    deviation: deviation === undefined ? undefined : readText(deviation),
    since: isSchema(since)
      ? Object.fromEntries(Object.entries(since).map(([fact, edition]) => [fact, readText(edition)]))
      : since === undefined
        ? undefined
        : readText(since),
  };
}

function readText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function readLiterals(schema: Schema): Json[] | undefined {
  if (schema["const"] !== undefined) return [schema["const"]];
  return Array.isArray(schema["enum"]) ? schema["enum"] : undefined;
}

function readKinds(schema: Schema, literals: Json[] | undefined): Set<string> | undefined {
  const { type } = schema;
  let kinds: Set<string> | undefined;
  if (typeof type === "string") kinds = new Set([type]);
  else if (Array.isArray(type)) kinds = new Set(type.filter((kind) => typeof kind === "string"));
  else if (literals) kinds = new Set(literals.map(kindOf));
  else if (
    isSchema(schema["properties"]) ||
    schema["additionalProperties"] !== undefined ||
    Array.isArray(schema["required"])
  )
    kinds = new Set(["object"]);
  else if (schema["items"] !== undefined) kinds = new Set(["array"]);
  // A limit without a type leaves other kinds alone: it counts once it meets a typed schema beside it.
  else if (LIMITS.some((keyword) => schema[keyword] !== undefined)) kinds = new Set(EVERY_KIND);
  if (kinds && schema["nullable"] === true) kinds.add("null");
  return kinds;
}

function kindOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function readObject(schema: Schema, follow: (subschema: Json | undefined) => () => Shape) {
  const properties = isSchema(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  const names = isSchema(schema["propertyNames"]) ? pick(schema["propertyNames"], STRING_LIMITS) : {};
  const ofNames = Object.entries(names).map(
    ([keyword, value]) => [`propertyNames.${keyword}`, value] as const,
  );
  return {
    properties: new Map(properties.map(([name, subschema]) => [name, follow(subschema)])),
    required: new Set(required.filter((name) => typeof name === "string")),
    rest: readRest(schema["additionalProperties"], follow),
    limits: { ...pick(schema, OBJECT_LIMITS), ...Object.fromEntries(ofNames) },
  };
}

function readRest(value: Json | undefined, follow: (subschema: Json | undefined) => () => Shape): Rest {
  if (value === false) return "closed";
  return isSchema(value) && Object.keys(value).length > 0 ? follow(value) : "open";
}

/** A limit of nothing (`minLength: 0`, `uniqueItems: false`) is none. */
function pick(schema: Schema, keywords: readonly string[]): Limits {
  const stated = keywords.flatMap((keyword) => {
    const value = schema[keyword];
    const empty = value === undefined || value === false || (value === 0 && /^min[LIP]/.test(keyword));
    return empty ? [] : [[keyword, value] as const];
  });
  return Object.fromEntries(stated);
}

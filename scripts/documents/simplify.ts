import type { Schema } from "../openapi.js";

/** What the validators check of `format: uri`: a scheme within the first 64 characters, so that no payload is read. */
const SCHEME = "^[A-Za-z][A-Za-z0-9+.-]{0,62}:";

/**
 * A schema, and all in it, without extensions, and with words that every validator takes alike: a pattern for the one
 * format that there is, one type a schema (null aside), and members named where they are asked for.
 */
export function simplify(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key.startsWith("x-")) return undefined;
    return isSchema(value) ? separateTypes(namePresent(spellFormat(value))) : value;
  }) as Schema;
}

/** A map of properties is none: its values are schemas, not words. */
function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function spellFormat(schema: Schema): Schema {
  if (typeof schema.format !== "string") return schema;
  if (schema.format !== "uri") throw new Error(`The format ${schema.format} has no pattern; add one.`);
  const { format: _format, ...rest } = schema;
  return { ...rest, pattern: SCHEME };
}

/** The keywords that ask something of one type alone. */
const OWN: Readonly<Record<string, readonly (keyof Schema)[]>> = {
  string: ["minLength", "maxLength", "pattern"],
  number: ["minimum", "maximum"],
};

/** `type: [string, number]` as two branches. */
function separateTypes(schema: Schema): Schema {
  const { type } = schema;
  if (!Array.isArray(type) || type.filter((name) => name !== "null").length < 2) return schema;
  const asked = Object.values(OWN).flat();
  const rest = Object.entries(schema).filter(
    ([key]) => key !== "type" && !asked.some((word) => word === key),
  );
  const anyOf = type.map((name): Schema => {
    const own = (OWN[name] ?? []).filter((key) => key in schema).map((key) => [key, schema[key]]);
    return { type: name, ...(Object.fromEntries(own) as Schema) };
  });
  return { ...Object.fromEntries(rest), anyOf };
}

/** A condition that asks for members names them, as strict validators want to see. */
function namePresent(schema: Schema): Schema {
  if (!Array.isArray(schema.required) || schema.type !== undefined) return schema;
  const named = Object.fromEntries(schema.required.map((name) => [name, {}]));
  return { ...schema, properties: { ...named, ...schema.properties } };
}

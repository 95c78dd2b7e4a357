import { hasSchema, registerSchema, validate, type SchemaObject } from "@hyperjump/json-schema/draft-2020-12";
import type { Json } from "./json.js";

/**
 * The part of `format: uri` that this package checks: a scheme within the first 64 characters. A full check
 * would read megabytes of a data URL, so both sides are held to this one.
 */
const URI_PATTERN = "^[A-Za-z][A-Za-z0-9+.-]{0,62}:";

/** Validates by a JSON Schema with @hyperjump/json-schema, which shares no code with ajv. */
export async function createIndependentValidator(
  schema: Record<string, unknown>,
): Promise<(body: Json) => boolean> {
  // Plain JSON: it has just been parsed.
  const plain = schemeOnly(schema) as SchemaObject;
  const uri = `https://input-tokens-contract.test/${String(schema["title"])}`;
  if (!hasSchema(uri)) registerSchema(plain, uri);
  const check = await validate(uri);
  return (body) => check(body).valid;
}

function schemeOnly(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
    if (typeof value !== "object" || value === null || !("format" in value) || value.format !== "uri")
      return value;
    const { format: _format, ...rest } = value;
    return { ...rest, pattern: URI_PATTERN };
  });
}

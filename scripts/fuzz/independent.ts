import { hasSchema, registerSchema, validate, type SchemaObject } from "@hyperjump/json-schema/draft-2020-12";
import type { Json } from "./json.js";

/** Validates by a JSON Schema with @hyperjump/json-schema, which shares no code with ajv. */
export async function createIndependentValidator(
  schema: Record<string, unknown>,
): Promise<(body: Json) => boolean> {
  // A copy: registering changes it.
  const plain = JSON.parse(JSON.stringify(schema)) as SchemaObject;
  const uri = `https://input-tokens-contract.test/${String(schema["title"])}`;
  if (!hasSchema(uri)) registerSchema(plain, uri);
  const check = await validate(uri);
  return (body) => check(body).valid;
}

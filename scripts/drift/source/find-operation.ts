import { ToolError } from "../tool-error.js";
import type { Contract } from "../compare/compare-contracts.js";
import { isSchema } from "../wire/read-keywords.js";
import type { Schema } from "../wire/read-keywords.js";
import { resolvePointer, SchemaReader } from "../wire/read-schema.js";

const PATH = "/responses/input_tokens";
const OPERATION = `POST ${PATH}`;

/**
 * Reads what an OpenAPI document says about the body and the good answer of the endpoint.
 * @param name how messages call the document
 * @throws ToolError when the document does not describe the endpoint
 */
export function readOperation(document: Schema, name: string): Contract {
  const paths = isSchema(document["paths"]) ? document["paths"] : {};
  const key =
    Object.keys(paths).find((path) => path === PATH) ??
    Object.keys(paths).find((path) => path.endsWith(PATH));
  const item = key === undefined ? undefined : paths[key];
  const operation = isSchema(item) ? item["post"] : undefined;
  if (!isSchema(operation)) throw new ToolError(`${name} does not describe ${OPERATION}`);
  const responses = isSchema(operation["responses"]) ? operation["responses"] : {};
  const reader = new SchemaReader(document);
  const read = (holder: unknown, what: string) =>
    reader.read(findSchema(document, holder, `${name}: ${OPERATION} has no ${what}`));
  return {
    request: read(operation["requestBody"], "JSON request body"),
    response: read(responses["200"] ?? responses["2XX"] ?? responses["default"], "JSON answer of status 200"),
    knows: { limits: true, defaults: true, anything: true },
  };
}

function findSchema(document: Schema, holder: unknown, complaint: string): Schema {
  if (!isSchema(holder)) throw new ToolError(complaint);
  const { $ref } = holder;
  const { content } = typeof $ref === "string" ? resolvePointer(document, $ref) : holder;
  const media = isSchema(content) ? content["application/json"] : undefined;
  const schema = isSchema(media) ? media["schema"] : undefined;
  if (!isSchema(schema)) throw new ToolError(complaint);
  return schema;
}

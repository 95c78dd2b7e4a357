import type { Path } from "./path.js";
import { renderJson, SHOW_ALL, type View } from "./render-json.js";
import type { Tally } from "./tally.js";

/** Each schema under a name of the user's. */
const showSchemas: View = () => showSchema;

/** Keywords that models are shown of a schema for their answer, and how; constraints and `required` are not shown. */
const SHOWN = new Map<string, View>([
  ...["type", "title", "description", "enum", "const", "default", "$ref"].map(
    (key) => [key, SHOW_ALL] as const,
  ),
  ...["items", "anyOf", "oneOf", "allOf", "not"].map((key) => [key, showSchema] as const),
  ...["properties", "$defs", "definitions"].map((key) => [key, showSchemas] as const),
]);

function showSchema(key: string): View | undefined {
  return SHOWN.get(key);
}

/** Writes a JSON Schema for the answer as the JSON that models are shown: only some of its keywords, as they stand. */
export function renderAnswerSchema(schema: unknown, path: Path, tally: Tally): string {
  return renderJson(schema, path, tally, showSchema);
}

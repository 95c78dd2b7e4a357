import { isObject, type JsonObject, textOf } from "./json-value.js";
import { type Path, step } from "./path.js";
import { renderSchema } from "./render-schema.js";
import type { Tally } from "./tally.js";
import { writeComment } from "./write-comment.js";

/** Writes a function as models are shown it: its description as comments, its parameters as a type. */
export function renderFunction(name: string, tool: JsonObject, path: Path, tally: Tally): string {
  tally.beginText();
  const head = writeComment(tally.take(textOf(tool["description"]) ?? ""));
  const key = isObject(tool["parameters"]) ? "parameters" : "input_schema";
  const type = renderSchema(tool[key], step(path, key), tally);
  return `${head}type ${tally.take(name)} = (${type ? `_: ${type}` : ""}) => any;`;
}

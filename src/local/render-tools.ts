import { isObject, type JsonObject, textOf } from "./json-value.js";
import { type Path, step } from "./path.js";
import { renderSchema } from "./render-schema.js";
import type { Tally } from "./tally.js";
import { writeComment } from "./write-comment.js";

/** Writes a function as models are shown it: its description as comments, its parameters as a type. */
export function renderFunction(name: string, tool: JsonObject, path: Path, tally: Tally): string {
  const head = writeComment(tally.take(textOf(tool["description"]) ?? ""));
  const key = isObject(tool["parameters"]) ? "parameters" : "input_schema";
  const type = renderSchema(tool[key], step(path, key), tally);
  return `${head}type ${tally.take(name)} = (${type ? `_: ${type}` : ""}) => any;`;
}

/** Whether a tool takes free text, perhaps by a grammar, in place of parameters. */
export function isFreeform(tool: JsonObject): boolean {
  return tool["type"] === "custom" || isObject(tool["format"]);
}

/** Writes a tool that takes free text: its description and its grammar as comments. */
export function renderFreeform(name: string, tool: JsonObject, tally: Tally): string {
  const { format } = tool;
  const grammar = isObject(format) ? textOf(format["definition"]) : undefined;
  const head = writeComment(tally.take(textOf(tool["description"]) ?? ""));
  return `${head}${writeComment(tally.take(grammar ?? ""))}type ${tally.take(name)} = (FREEFORM) => any;`;
}

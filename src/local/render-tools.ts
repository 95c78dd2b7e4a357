import { isObject, type JsonObject, textOf } from "./json-value.js";
import { type Path, step } from "./path.js";
import { renderSchema } from "./render-schema.js";
import type { Tally } from "./tally.js";

/** Levels of namespaces within namespaces that are written; the API has one. */
const MAX_NAMESPACES = 4;

/**
 * Writes tools as the harmony format shows functions to a model: a TypeScript-like namespace with descriptions as
 * comments. A tool with `tools` of its own is a namespace, one with a `name` a function; one without is hosted: its
 * wording is the provider's, so that only its description and parameters, if any, are written and a note is left.
 */
export function renderTools(tools: unknown, path: Path, tally: Tally): string {
  return renderNamespace("functions", undefined, tools, path, tally, 0);
}

function renderNamespace(
  name: string,
  description: string | undefined,
  tools: unknown,
  path: Path,
  tally: Tally,
  depth: number,
): string {
  if (!Array.isArray(tools) || depth > MAX_NAMESPACES) return "";
  const functions: string[] = [];
  const namespaces: string[] = [];
  for (let index = 0; index < tools.length && tally.visit(); index++) {
    const tool: unknown = tools[index];
    const place = step(path, index);
    if (!isObject(tool)) continue;
    const label = textOf(tool["name"]);
    if (label && Array.isArray(tool["tools"])) {
      const about = textOf(tool["description"]);
      namespaces.push(renderNamespace(label, about, tool["tools"], step(place, "tools"), tally, depth + 1));
    } else {
      functions.push(label ? renderFunction(label, tool, place, tally) : renderHosted(tool, place, tally));
    }
  }
  const body = functions.filter(Boolean).join("\n\n");
  const own =
    body && `## ${name}\n\n${comment(description)}namespace ${name} {\n\n${body}\n\n} // namespace ${name}`;
  return [own, ...namespaces].filter(Boolean).join("\n\n");
}

function renderFunction(name: string, tool: JsonObject, path: Path, tally: Tally): string {
  const head = comment(textOf(tool["description"])) + grammarOf(tool);
  if (tool["defer_loading"] === true) {
    tally.leaveOut(path, "deferred tool: counted by name and description until it is loaded");
    return `${head}type ${name} = any;`;
  }
  const key = isObject(tool["parameters"]) ? "parameters" : "input_schema";
  const type = renderSchema(tool[key], step(path, key), tally);
  return `${head}type ${name} = (${type ? `_: ${type}` : ""}) => any;`;
}

function renderHosted(tool: JsonObject, path: Path, tally: Tally): string {
  tally.leaveOut(path, "hosted tool: how the provider describes it to the model is not known");
  const head = comment(textOf(tool["description"]) ?? textOf(tool["server_description"]));
  return head + renderSchema(tool["parameters"], step(path, "parameters"), tally);
}

function grammarOf(tool: JsonObject): string {
  const format = tool["format"];
  return isObject(format) ? comment(textOf(format["definition"])) : "";
}

function comment(text: string | undefined): string {
  return text ? `// ${text.replaceAll("\n", "\n// ")}\n` : "";
}

import { isObject, textOf } from "./json-value.js";
import { type Path, step } from "./path.js";
import { renderJson } from "./render-json.js";
import type { Tally } from "./tally.js";

/** Writes a text format that has a schema as the harmony format shows it to a model; other formats as nothing. */
export function renderFormat(format: unknown, path: Path, tally: Tally): string {
  if (!isObject(format) || !isObject(format["schema"])) return "";
  const description = textOf(format["description"]);
  const head = description ? `// ${description}\n` : "";
  const schema = renderJson(format["schema"], step(path, "schema"), tally);
  return `# Response Formats\n\n## ${textOf(format["name"]) ?? ""}\n\n${head}${schema}`;
}

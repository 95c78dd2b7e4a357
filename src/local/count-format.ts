import { isObject, textOf } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import { type Path, step } from "./path.js";
import { renderAnswerSchema } from "./render-answer-schema.js";
import type { Tally } from "./tally.js";

/** Counts a text format that has a schema; other formats cost nothing. */
export async function countFormat(format: unknown, path: Path, ledger: Ledger, tally: Tally): Promise<void> {
  if (!isObject(format) || !isObject(format["schema"])) return;
  await tally.beginText();
  const description = textOf(format["description"]);
  const head = description ? `// ${tally.take(description)}\n` : "";
  const schema = renderAnswerSchema(format["schema"], step(path, "schema"), tally);
  ledger.add(tally.rules.family.format);
  await tally.addText(ledger, `# Response Formats\n\n## ${textOf(format["name"]) ?? ""}\n\n${head}${schema}`);
}

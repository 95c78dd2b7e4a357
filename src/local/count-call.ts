import { countContent } from "./count-content.js";
import { type JsonObject, textOf } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import { type Path, step } from "./path.js";
import type { Tally } from "./tally.js";
import type { Conversation } from "./tool-calls.js";

/** Whether an item calls a tool by its name with arguments as text. */
export function isCall(item: JsonObject): boolean {
  return (
    textOf(item["call_id"]) !== undefined &&
    textOf(item["name"]) !== undefined &&
    writtenBy(item) !== undefined
  );
}

/** Whether an item is what a called tool returned. */
export function isOutput(item: JsonObject): boolean {
  const { output } = item;
  return textOf(item["call_id"]) !== undefined && (typeof output === "string" || Array.isArray(output));
}

function writtenBy(item: JsonObject): string | undefined {
  const written = item["arguments"] ?? item["input"];
  return typeof written === "string" ? written : undefined;
}

/** Counts a call: its frame, the tool's name and the arguments as they were sent. */
export async function countCall(item: JsonObject, ledger: Ledger, tally: Tally): Promise<void> {
  const { family } = tally.rules;
  ledger.add(family.call);
  const hasContentType = "id" in item;
  ledger.addBetween(hasContentType ? 3 : 0, 0, 3);
  await tally.addText(ledger, textOf(item["name"]) ?? "");
  await tally.addText(ledger, writtenBy(item) ?? "");
}

/** Counts an output: its frame, the name of the tool once more, and what it returned. */
export async function countOutput(
  item: JsonObject,
  path: Path,
  ledger: Ledger,
  conversation: Conversation,
  tally: Tally,
): Promise<void> {
  ledger.add(tally.rules.family.output);
  const name = conversation.names.get(textOf(item["call_id"]) ?? "") ?? textOf(item["name"]);
  await tally.addText(ledger, name ?? "");
  await countContent(item["output"], step(path, "output"), ledger, tally);
}

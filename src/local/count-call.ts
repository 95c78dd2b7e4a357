import { countContent } from "./count-content.js";
import { type JsonObject, textOf } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import { type Path, step } from "./path.js";
import type { Tally } from "./tally.js";
import { type Conversation, nameOf, type ToolName, writtenBy } from "./tool-calls.js";

/**
 * What a call costs more that is written with the type of its content, JSON. Whether it is depends on how the
 * provider kept the call, which it looks up by the id: bodies that are the same but for it differ by this.
 */
const CONTENT_TYPE = 3;

/** Counts a call: its frame, the tool's name and the arguments as they were sent. */
export async function countCall(
  item: JsonObject,
  index: number,
  ledger: Ledger,
  conversation: Conversation,
  tally: Tally,
): Promise<void> {
  const { family } = tally.rules;
  ledger.add(family.call);
  ledger.addBetween(guessContentType(item, index, conversation, tally), 0, CONTENT_TYPE);
  await countName(nameOf(item), ledger, tally);
  await tally.addText(ledger, writtenBy(item) ?? "");
}

/** Whether an item is what a called tool returned. */
export function isOutput(item: JsonObject): boolean {
  const { output } = item;
  return textOf(item["call_id"]) !== undefined && (typeof output === "string" || Array.isArray(output));
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
  await countName(conversation.names.get(textOf(item["call_id"]) ?? "") ?? nameOf(item), ledger, tally);
  await countContent(item["output"], step(path, "output"), ledger, tally);
}

/** A tool is called by its name behind that of its namespace, `functions` if it has no other. */
async function countName(name: ToolName | undefined, ledger: Ledger, tally: Tally): Promise<void> {
  if (!name) return;
  await tally.addText(ledger, `.${name.name}`);
  if (name.namespace === undefined) return;
  await tally.addText(ledger, name.namespace);
  ledger.add(-1);
}

function guessContentType(
  item: JsonObject,
  index: number,
  conversation: Conversation,
  { rules }: Tally,
): number {
  const { namesForcedTool: isChat, marksStrictCalls } = rules.family;
  const isKept = textOf(item["id"]) !== undefined;
  const isStrict = conversation.strict.get(textOf(item["name"]) ?? "");
  if (isChat) {
    // Clients that keep no response at the provider leave out the status.
    const isStored = isKept && textOf(item["status"]) !== undefined;
    return isStored && isStrict !== false && !conversation.parallel.has(index) ? CONTENT_TYPE : 0;
  }
  const isById = isKept || textOf(item["call_id"])?.startsWith("fc_");
  return isById || (isStrict && marksStrictCalls) ? CONTENT_TYPE : 0;
}

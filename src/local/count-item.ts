import { countCall, countOutput, isOutput } from "./count-call.js";
import { countContent } from "./count-content.js";
import { countMembers } from "./count-members.js";
import { countReasoning, isReasoning } from "./count-reasoning.js";
import { countTools } from "./count-tools.js";
import { isObject, type JsonObject, textOf } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import { formatPath, type Path, step } from "./path.js";
import type { Tally } from "./tally.js";
import { type Conversation, isCall } from "./tool-calls.js";

/** Tokens around a message: start, role, the token between header and text, end. [134 of 134] */
export const MESSAGE_FRAME = 4;
/** Tokens around what the model writes without a role of its own: a message and its channel. */
const CHANNEL_FRAME = 6;
/** Tokens around what is neither call nor output of a function but has a call's id. */
const CALL_FRAME = 12;
/** What tools that an item brings cost beyond tools of the request, which name each once less. [11 of 12] */
const ADDED_TOOLS = 81;

/** Counts one item of the input. */
export async function countItem(
  item: unknown,
  path: Path,
  input: Ledger,
  conversation: Conversation,
  index: number,
  tally: Tally,
): Promise<void> {
  if (!isObject(item)) return;
  const param = formatPath(path);
  if (isReference(item)) {
    tally.leaveOut(path, "reference to a stored item: its content is on the server");
    input.open(param, "stored").addBetween(0, 0, null);
  } else if (isReasoning(item)) {
    await countReasoning(item, path, input.open(param, "reasoning"), index > conversation.turnStart, tally);
  } else if (isCall(item)) {
    await countCall(item, index, input.open(param, "call"), conversation, tally);
  } else if (isOutput(item)) {
    await countOutput(item, path, input.open(param, "output"), conversation, tally);
  } else if (Array.isArray(item["tools"]) && item["role"] !== undefined) {
    await countAddedTools(item["tools"], path, input.open(param, "tools"), tally);
  } else if (item["role"] !== undefined) {
    await countMessage(item, path, input.open(param, "message"), tally);
  } else {
    const ledger = input.open(param, "item");
    ledger.add(item["call_id"] === undefined ? CHANNEL_FRAME : CALL_FRAME);
    await countMembers(item, path, ledger, tally);
  }
}

async function countAddedTools(
  tools: readonly unknown[],
  path: Path,
  ledger: Ledger,
  tally: Tally,
): Promise<void> {
  ledger.addBetween(ADDED_TOOLS, ADDED_TOOLS - 4, ADDED_TOOLS + 4);
  for (const tool of tools) if (isObject(tool)) await tally.addText(ledger, textOf(tool["name"]) ?? "");
  await countTools(tools, step(path, "tools"), ledger, tally);
}

/** A message: its frame and its content; one of the assistant without any content is not written at all. */
async function countMessage(item: JsonObject, path: Path, ledger: Ledger, tally: Tally): Promise<void> {
  const { role, content } = item;
  const isAssistant = role === "assistant";
  if (isAssistant && Array.isArray(content) && content.length === 0) return;
  ledger.add(MESSAGE_FRAME + (isAssistant ? tally.rules.family.channel : 0));
  await countContent(content, step(path, "content"), ledger, tally);
}

/** A type of its own, such as that of a compaction trigger, says that the item refers to nothing. */
function isReference(item: JsonObject): boolean {
  const isUntyped = (item["type"] ?? "item_reference") === "item_reference";
  return (
    isUntyped &&
    typeof item["id"] === "string" &&
    Object.keys(item).every((key) => key === "id" || key === "type")
  );
}

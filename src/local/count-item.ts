import { countCall, isCall, isOutput, countOutput } from "./count-call.js";
import { countContent } from "./count-content.js";
import { countMembers } from "./count-members.js";
import { countReasoning, isReasoning } from "./count-reasoning.js";
import { countTools } from "./count-tools.js";
import { isObject, type JsonObject } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import { formatPath, type Path, step } from "./path.js";
import type { Tally } from "./tally.js";
import type { Conversation } from "./tool-calls.js";

/** Tokens around a message: start, role, the token between header and text, end. [134 of 134] */
export const MESSAGE_FRAME = 4;
/** Tokens around what the model writes without a role of its own: a message and its channel. */
const CHANNEL_FRAME = 6;
/** Tokens around what is neither call nor output of a function but has a call's id. */
const CALL_FRAME = 12;
/** What tools that an item brings cost beyond tools of the request. [10 of 12 within 3 %] */
const ADDED_TOOLS = 85;

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
    await countCall(item, input.open(param, "call"), tally);
  } else if (isOutput(item)) {
    await countOutput(item, path, input.open(param, "output"), conversation, tally);
  } else if (Array.isArray(item["tools"]) && item["role"] !== undefined) {
    const ledger = input.open(param, "tools");
    ledger.add(ADDED_TOOLS);
    await countTools(item["tools"], step(path, "tools"), ledger, tally);
  } else if (item["role"] !== undefined) {
    await countMessage(item, path, input.open(param, "message"), tally);
  } else {
    const ledger = input.open(param, "item");
    ledger.add(item["call_id"] === undefined ? CHANNEL_FRAME : CALL_FRAME);
    await countMembers(item, path, ledger, tally);
  }
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

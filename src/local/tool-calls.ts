import { isObject, type JsonObject, textOf } from "./json-value.js";

/** What the items of an input say about one another. */
export interface Conversation {
  /** The name of the tool that was called, by the call's id. */
  names: ReadonlyMap<string, string>;
  /** The place of the last message that no assistant wrote; what stands behind it is the current turn. */
  turnStart: number;
}

/** Looks through the input for what one item says about another. */
export function readConversation(items: readonly unknown[]): Conversation {
  const names = new Map<string, string>();
  let turnStart = -1;
  items.forEach((item, index) => {
    if (!isObject(item)) return;
    const callId = textOf(item["call_id"]);
    const name = textOf(item["name"]);
    if (callId && name && !("output" in item)) names.set(callId, name);
    if (isPrompt(item)) turnStart = index;
  });
  return { names, turnStart };
}

function isPrompt({ role, tools }: JsonObject): boolean {
  return typeof role === "string" && role !== "assistant" && tools === undefined;
}

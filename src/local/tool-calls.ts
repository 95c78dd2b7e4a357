import { isObject, type JsonObject, textOf } from "./json-value.js";

/** What the parts of a request say about one another. */
export interface Conversation {
  /** The name of the tool that was called, by the call's id. */
  names: ReadonlyMap<string, ToolName>;
  /** The tools of the request that are strict or are not, by their names. */
  strict: ReadonlyMap<string, boolean>;
  /** The place of the last message that no assistant wrote; what stands behind it is the current turn. */
  turnStart: number;
  /** The places of calls that stand beside another one. */
  parallel: ReadonlySet<number>;
}

/** A tool's name and the namespace that it stands in, if not among the functions. */
export interface ToolName {
  name: string;
  namespace: string | undefined;
}

/** Looks through the input and the tools for what one part says about another. */
export function readConversation(items: readonly unknown[], tools: unknown): Conversation {
  const names = new Map<string, ToolName>();
  const parallel = new Set<number>();
  let turnStart = -1;
  items.forEach((item, index) => {
    if (!isObject(item)) return;
    const callId = textOf(item["call_id"]);
    const name = nameOf(item);
    if (callId && name && isCall(item)) names.set(callId, name);
    if (isPrompt(item)) turnStart = index;
    if (isCall(item) && isCall(items[index - 1])) parallel.add(index - 1).add(index);
  });
  return {
    names,
    strict: readStrictness([tools, ...items.map((item) => isObject(item) && item["tools"])]),
    turnStart,
    parallel,
  };
}

/** Whether an item calls a tool by its name with arguments as text. */
export function isCall(item: unknown): item is JsonObject {
  return (
    isObject(item) &&
    textOf(item["call_id"]) !== undefined &&
    nameOf(item) !== undefined &&
    writtenBy(item) !== undefined
  );
}

/** What a call hands to the tool, as it was sent. */
export function writtenBy(item: JsonObject): string | undefined {
  const written = item["arguments"] ?? item["input"];
  return typeof written === "string" ? written : undefined;
}

/** The name of the tool that an item speaks of. */
export function nameOf(item: JsonObject): ToolName | undefined {
  const name = textOf(item["name"]);
  return name === undefined ? undefined : { name, namespace: textOf(item["namespace"]) };
}

function isPrompt({ role, tools }: JsonObject): boolean {
  return typeof role === "string" && role !== "assistant" && tools === undefined;
}

function readStrictness(lists: readonly unknown[]): Map<string, boolean> {
  const strict = new Map<string, boolean>();
  for (const list of lists) {
    if (!Array.isArray(list)) continue;
    for (const tool of list as readonly unknown[]) {
      const name = isObject(tool) ? textOf(tool["name"]) : undefined;
      if (isObject(tool) && name !== undefined && typeof tool["strict"] === "boolean")
        strict.set(name, tool["strict"]);
    }
  }
  return strict;
}

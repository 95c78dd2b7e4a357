import { rulesOf } from "../../src/local/families.js";
import { isObject } from "../../src/local/json-value.js";
import type { LocalCounter, LocalTokenCount, TokenPart } from "../../src/local/types.js";
import type { Recording } from "./read-recordings.js";

/** An offline count beside the provider's. */
export interface Comparison {
  recording: Recording;
  count: LocalTokenCount;
  /** The offline count less the provider's, in tokens. */
  difference: number;
  /** What the request is made of, such as `tools, calls`; `text` where there is nothing else. */
  class: string;
  family: string;
  /** Whether the body holds all that was counted: nothing stored, nothing elsewhere, no tool of the provider's. */
  isWhole: boolean;
}

/** Counts a recorded request offline. */
export async function compare(recording: Recording, counter: LocalCounter): Promise<Comparison> {
  const count = await counter.count(recording.body);
  const kinds = new Set(listKinds(count.parts));
  return {
    recording,
    count,
    difference: count.input_tokens - recording.input_tokens,
    class:
      SHOWN.filter(([kind]) => kinds.has(kind))
        .map(([, name]) => name)
        .join(", ") || "text",
    family: rulesOf(recording.model).family.name,
    isWhole: !kinds.has("stored") && !kinds.has("item") && !pointsElsewhere(recording.body),
  };
}

/** The kinds of parts that make a class of requests, and what they are called there. */
const SHOWN: readonly (readonly [TokenPart["kind"], string])[] = [
  ["tools", "tools"],
  ["tool_choice", "forced tool"],
  ["format", "structured output"],
  ["call", "calls"],
  ["reasoning", "reasoning"],
  ["image", "images"],
  ["file", "files"],
];

function listKinds(parts: readonly TokenPart[]): TokenPart["kind"][] {
  return parts.flatMap(({ kind, parts: inner }) => [kind, ...listKinds(inner ?? [])]);
}

/** Members that stand for content which is not in the body. */
const POINTERS = /^(file_id|file_url|previous_response_id|conversation|prompt)$/;

function pointsElsewhere(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(pointsElsewhere);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, member]) => {
    if (member === null || member === undefined) return false;
    if (key === "tools" && Array.isArray(member)) return member.some(isHosted);
    if (key === "image_url") return typeof member === "string" && member.startsWith("http");
    return POINTERS.test(key) || pointsElsewhere(member);
  });
}

/** A tool without a name, or one that leads to a server, is the provider's to describe. */
function isHosted(tool: unknown): boolean {
  if (!isObject(tool)) return false;
  if (Array.isArray(tool["tools"])) return tool["tools"].some(isHosted);
  return typeof tool["name"] !== "string" || tool["defer_loading"] === true;
}

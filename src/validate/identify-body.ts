import { COUNT_PARAMETERS, GENERATION_PARAMETERS } from "../../generated/parameters.js";
import { isObject } from "./is-object.js";

const generation: ReadonlySet<string> = /* @__PURE__ */ new Set(GENERATION_PARAMETERS);

/**
 * What a value looks like: a request to count (`count_request`), a request for an answer of the Responses API
 * (`create_request`), one of the Chat Completions API (`chat_completion`), a line of a Batch file whose `body`
 * is a request (`batch_line`), an answer of the API (`response`), or none of these (`unknown`).
 */
export type BodyKind =
  "count_request" | "create_request" | "chat_completion" | "batch_line" | "response" | "unknown";

/**
 * Tells by its top-level keys what a body is meant for, so that one of another kind is not taken for a request
 * that costs nothing. It is no validation: a `count_request` may be invalid, and an empty object is `unknown`.
 * Never throws.
 *
 * @example
 * identifyBody({ model: "gpt-5", messages: [] }); // "chat_completion"
 */
export function identifyBody(body: unknown): BodyKind {
  try {
    return isObject(body) ? identifyObject(body) : "unknown";
  } catch {
    return "unknown"; // A getter or a proxy threw.
  }
}

/**
 * The top-level keys of a body that only a request for an answer takes, such as `stream`, in the body's order.
 * Never throws.
 */
export function listGenerationKeys(body: unknown): string[] {
  if (!isObject(body)) return [];
  try {
    return Object.keys(body).filter((key) => generation.has(key));
  } catch {
    return [];
  }
}

function identifyObject(body: Record<string, unknown>): BodyKind {
  const has = (key: string): boolean => Object.hasOwn(body, key);
  if (has("custom_id") && isObject(body["body"])) return "batch_line";
  if (body["object"] === "response" || (has("output") && has("usage"))) return "response";
  if (has("messages") && !has("input")) return "chat_completion";
  if (GENERATION_PARAMETERS.some(has)) return COUNT_PARAMETERS.some(has) ? "create_request" : "unknown";
  return COUNT_PARAMETERS.some(has) ? "count_request" : "unknown";
}

import { type JsonObject, textOf } from "./json-value.js";

/*
 * What a member of an input item is, told by its name and value alone. Everything that is not named here is text,
 * so that a member of a later API version is counted rather than missed.
 */

/** Settings, tags, measures and citations: the model does not read them. */
const HIDDEN = new Set([
  ...["type", "role", "status", "phase", "detail", "execution", "environment", "outcome"],
  ...["annotations", "logprobs", "sources", "attributes", "ranker"],
  ...["acknowledged_safety_checks", "pending_safety_checks"],
  ...["prompt_cache_breakpoint", "fingerprint", "reasoning"],
  ...["background", "output_format", "quality", "size", "svg_usage"],
]);

/** Identifiers and addresses: they point to something, and the model is shown that thing or nothing. */
const POINTER = /^(.+_)?(ids?|urls?)$/;

/** Whether a member of this name never reaches the model as text. */
export function isHidden(name: string): boolean {
  return HIDDEN.has(name) || POINTER.test(name);
}

/** Whether a member of this name holds text that only the server can read. */
export function isSealed(name: string): boolean {
  return name === "encrypted_content";
}

/** What the model writes to use a tool; where it is no string, it stands in the context as JSON. */
const WRITTEN_AS_JSON = new Set(["arguments", "action", "actions", "operation"]);

/** Whether an object under this name stands in the context as JSON. */
export function isWrittenAsJson(name: string): boolean {
  return WRITTEN_AS_JSON.has(name);
}

/** An image by its address, if it has one here, and its level of detail. */
export interface ImageSource {
  url?: string | undefined;
  detail?: unknown;
}

/** The image that an object stands for: it has an `image_url`, or its tag says image and it points somewhere. */
export function imageOf(object: JsonObject): ImageSource | undefined {
  const { image_url: imageUrl, url, file_id: fileId, detail } = object;
  if (textOf(imageUrl)) return { url: textOf(imageUrl), detail };
  if (!/image|screenshot/.test(textOf(object["type"]) ?? "")) return undefined;
  return textOf(url) || textOf(fileId) ? { url: textOf(url), detail } : undefined;
}

/** Whether an object stands for a file: it holds one, or it is a tagged part that points to one. */
export function isFile(object: JsonObject): boolean {
  if (textOf(object["file_data"]) || textOf(object["file_url"])) return true;
  return textOf(object["file_id"]) !== undefined && textOf(object["type"]) !== undefined;
}

/** Members that are text whatever they begin with. */
const PLAIN_TEXT = new Set(["text", "content", "input", "output", "arguments", "refusal", "code", "logs"]);
/** The first characters of a base64 PNG, JPEG, GIF and WebP, alone or in a data URL. */
const IMAGE_DATA = /^(data:image\/|iVBORw0KGgo|\/9j\/[2-4]|R0lGOD|UklGR)[A-Za-z0-9+/;,=.-]{16}/;

/** Whether a string is an image in base64, such as the result of an image generation call. */
export function isImageData(name: string, value: string): boolean {
  return !PLAIN_TEXT.has(name) && IMAGE_DATA.test(value);
}

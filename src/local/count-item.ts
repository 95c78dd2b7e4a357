import { countFile } from "./count-file.js";
import { countImage } from "./count-image.js";
import { isObject, type JsonObject, MAX_DEPTH } from "./json-value.js";
import { imageOf, isFile, isHidden, isImageData, isSealed, isWrittenAsJson } from "./member-roles.js";
import { type Path, step } from "./path.js";
import { renderJson } from "./render-json.js";
import { renderTools } from "./render-tools.js";
import type { Tally } from "./tally.js";

/** Tokens around a message: start, role, the token between header and text, end. */
export const MESSAGE_FRAME = 4;
/** Tokens around what the model writes without a role of its own, such as reasoning: a message and its channel. */
const CHANNEL_FRAME = 6;
/** Tokens around a call or its output: a message, its channel, its recipient; 13 and 11 in harmony. */
const CALL_FRAME = 12;

/**
 * Counts one item of the input: its frame and every text in it. No type is named here: what a member is follows
 * from its name and its value, so that a new kind of item is counted without a change.
 */
export function countItem(item: unknown, path: Path, model: string, tally: Tally): void {
  if (!isObject(item)) return;
  if (isReference(item)) {
    tally.leaveOut(path, "reference to a stored item: its content is on the server");
    return;
  }
  tally.addTokens(frameOf(item));
  new ItemWalk(model, tally).object(item, path, 0);
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

function frameOf(item: JsonObject): number {
  if (item["role"] !== undefined) return MESSAGE_FRAME;
  return item["call_id"] === undefined ? CHANNEL_FRAME : CALL_FRAME;
}

class ItemWalk {
  private readonly ancestors = new Set<object>();

  constructor(
    private readonly model: string,
    private readonly tally: Tally,
  ) {}

  object(object: JsonObject, path: Path, depth: number): void {
    const image = imageOf(object);
    if (image) countImage(image, path, this.model, this.tally);
    else if (isFile(object)) countFile(object, path, this.tally);
    else for (const key of Object.keys(object)) this.member(key, object[key], step(path, key), depth);
  }

  private member(key: string, value: unknown, path: Path, depth: number): void {
    if (value === null || value === undefined || isHidden(key)) return;
    if (isSealed(key)) {
      this.tally.leaveOut(path, "encrypted: only the server can read it");
    } else if (key === "tools") {
      this.tally.addText(renderTools(value, path, this.tally));
    } else if (typeof value === "object" && isWrittenAsJson(key)) {
      this.tally.addText(renderJson(value, path, this.tally));
    } else {
      this.value(key, value, path, depth);
    }
  }

  private value(key: string, value: unknown, path: Path, depth: number): void {
    if (!this.tally.visit()) return;
    if (typeof value === "object" && value !== null) this.enter(key, value, path, depth);
    else if (typeof value !== "string") return;
    else if (isImageData(key, value)) countImage({ url: value }, path, this.model, this.tally);
    else this.tally.addText(value);
  }

  private enter(key: string, value: object, path: Path, depth: number): void {
    if (this.ancestors.has(value)) return;
    if (depth >= MAX_DEPTH) {
      this.tally.leaveOut(path, `nested deeper than ${MAX_DEPTH} levels`);
      return;
    }
    this.ancestors.add(value);
    if (Array.isArray(value)) {
      value.forEach((member, index) => this.value(key, member, step(path, index), depth + 1));
    } else {
      this.object(value as JsonObject, path, depth + 1); // an object that is no array
    }
    this.ancestors.delete(value);
  }
}

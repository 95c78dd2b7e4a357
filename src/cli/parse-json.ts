import { findJsonFault } from "./find-json-fault.js";
import { locateInJson } from "./locate-node.js";
import { positionAt, type SourcePart } from "./source.js";

/** Parses a JSON text: one body, or the first place where it is no JSON. */
export function parseJson(text: string): SourcePart[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's own message quotes the text and often has no position.
    const { message, offset } = findJsonFault(text);
    return [{ fault: { message, position: positionAt(text, offset) } }];
  }
  const start = positionAt(text, Math.max(0, text.search(/\S/)));
  return [{ document: { value, start, locate: locateInJson(text, value, start) } }];
}

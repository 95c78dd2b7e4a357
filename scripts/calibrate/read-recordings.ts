import type { InputTokenCountParams } from "../../generated/types.js";
import { isObject } from "../../src/local/json-value.js";
import { readLines } from "../recordings/read-lines.js";

/** A request, and how many input tokens the provider counted. */
export interface Recording {
  /** Where it was recorded, or file and line. */
  name: string;
  /** The model that answered. */
  model: string;
  body: InputTokenCountParams;
  input_tokens: number;
}

/**
 * Reads JSON Lines of `{body, model, input_tokens}`; other keys are ignored, save `source`, which names the recording.
 * @throws {Error} that names file and line of what is no recording
 */
export async function* readRecordings(files: readonly string[]): AsyncGenerator<Recording> {
  for await (const { text, place } of readLines(files)) yield readRecording(text, place);
}

function readRecording(text: string, place: string): Recording {
  const record = parse(text, place);
  if (!isObject(record) || !isObject(record["body"]) || typeof record["input_tokens"] !== "number") {
    throw new Error(`${place}: expected an object with body and input_tokens.`);
  }
  const { body, model = body["model"], source = place } = record;
  if (typeof model !== "string") throw new Error(`${place}: expected a model, beside the body or in it.`);
  return { name: String(source), model, body: { ...body, model }, input_tokens: record["input_tokens"] };
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${place}: expected JSON.`);
  }
}

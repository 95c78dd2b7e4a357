import type { InputTokenCountParams } from "../../generated/types.js";
import { countItem, MESSAGE_FRAME } from "./count-item.js";
import { isObject, type JsonObject, textOf } from "./json-value.js";
import { step } from "./path.js";
import { renderFormat } from "./render-format.js";
import { renderTools } from "./render-tools.js";
import { Tally } from "./tally.js";
import type { LeftOut, Tokenizer } from "./types.js";

/** Members that stand for content on the server, and what is said of each. */
const STORED: Readonly<Record<string, string>> = {
  conversation: "stored conversation: its items are on the server",
  previous_response_id: "stored response: its items are on the server",
};

/** Counts a request by the rules in README.md, without checking or changing it. */
export function countRequest(
  body: InputTokenCountParams | undefined,
  tokenizer: Tokenizer,
): { tokens: number; leftOut: LeftOut[] } {
  const tally = new Tally(tokenizer);
  // Seen as plain JSON from here: a body may be of a later version than the types.
  const request: JsonObject = isObject(body) ? body : {};
  const model = textOf(request["model"]) ?? "";

  countDeveloperMessage(request, tally);
  countInput(request["input"], model, tally);
  for (const [key, reason] of Object.entries(STORED)) {
    if (request[key] !== undefined && request[key] !== null) tally.leaveOut(step(null, key), reason);
  }
  tally.addTokens(replyFrame(model));
  return { tokens: tally.tokens, leftOut: tally.leftOut() };
}

/** Instructions, tools and the text format stand together in one message before the input. */
function countDeveloperMessage(request: JsonObject, tally: Tally): void {
  const instructions = textOf(request["instructions"]);
  const tools = renderTools(request["tools"], step(null, "tools"), tally);
  const text = request["text"];
  const format = isObject(text)
    ? renderFormat(text["format"], step(step(null, "text"), "format"), tally)
    : "";
  const sections = [instructions, tools && `# Tools\n\n${tools}`, format].filter(Boolean);
  if (sections.length === 0) return;
  tally.addTokens(MESSAGE_FRAME);
  tally.addText(sections.join("\n\n"));
}

function countInput(input: unknown, model: string, tally: Tally): void {
  const path = step(null, "input");
  if (typeof input === "string") {
    countItem({ role: "user", content: input }, path, model, tally);
  } else if (Array.isArray(input)) {
    for (let index = 0; index < input.length && tally.visit(); index++) {
      countItem(input[index], step(path, index), model, tally);
    }
  }
}

/** Tokens that open the model's answer: start and role; one more for the chat models before gpt-5. */
function replyFrame(model: string): number {
  return /^(gpt-3|gpt-4|chatgpt-4)/.test(model) ? 3 : 2;
}

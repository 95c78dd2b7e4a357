import type { InputTokenCountParams } from "../../generated/types.js";
import type { DeepReadonly } from "../deep-readonly.js";
import { countFormat } from "./count-format.js";
import { countItem, MESSAGE_FRAME } from "./count-item.js";
import { countToolChoice } from "./count-tool-choice.js";
import { countTools } from "./count-tools.js";
import { isObject, type JsonObject, textOf } from "./json-value.js";
import { Ledger } from "./ledger.js";
import { step } from "./path.js";
import type { Tally } from "./tally.js";
import { readConversation } from "./tool-calls.js";

/** Members that stand for content on the server, and what is said of each. */
const STORED: Readonly<Record<string, string>> = {
  conversation: "stored conversation: its items are on the server",
  previous_response_id: "stored response: its items are on the server",
};

/** What the pro mode of reasoning was seen to add. [1] */
const PRO_MODE = 1531;

type MemberCount = (value: unknown, root: Ledger, request: JsonObject, tally: Tally) => Promise<void>;

/** What is counted of a request, member by member. */
const MEMBERS: Readonly<Record<string, MemberCount>> = {
  async instructions(value, root, _, tally) {
    const text = textOf(value);
    if (text === undefined) return;
    const ledger = root.open("instructions", "instructions");
    ledger.add(MESSAGE_FRAME);
    await tally.addText(ledger, text);
  },
  async input(value, root, request, tally) {
    const ledger = root.open("input", "input");
    const path = step(null, "input");
    if (typeof value === "string") {
      ledger.add(MESSAGE_FRAME);
      await tally.addText(ledger, value);
    } else if (Array.isArray(value)) {
      const conversation = readConversation(value, request["tools"]);
      for (let index = 0; index < value.length && tally.visit(); index++) {
        await countItem(value[index], step(path, index), ledger, conversation, index, tally);
      }
    }
  },
  async tools(value, root, _, tally) {
    if (Array.isArray(value) && value.length > 0)
      await countTools(value, step(null, "tools"), root.open("tools", "tools"), tally);
  },
  async tool_choice(value, root, request, tally) {
    await countToolChoice(value, request["tools"], () => root.open("tool_choice", "tool_choice"), tally);
  },
  async parallel_tool_calls(value, root, request, tally) {
    const { tools } = request;
    const tokens = tally.rules.family.oneCallAtATime;
    if (value !== false || tokens === 0 || !Array.isArray(tools) || tools.length === 0) return;
    root.open("parallel_tool_calls", "tool_choice").addBetween(tokens, 0, tokens);
  },
  async reasoning(value, root, _, tally) {
    if (!isObject(value) || value["mode"] !== "pro") return;
    root.open("reasoning.mode", "reasoning").addBetween(PRO_MODE, 0, null);
    tally.leaveOut(step(step(null, "reasoning"), "mode"), "what the pro mode adds was seen once only");
  },
  async text(value, root, _, tally) {
    if (!isObject(value) || !isObject(value["format"])) return;
    await countFormat(
      value["format"],
      step(step(null, "text"), "format"),
      root.open("text.format", "format"),
      tally,
    );
  },
};

/** Counts a request by the rules in README.md, without checking or changing it. */
export async function countRequest(
  body: DeepReadonly<InputTokenCountParams> | undefined,
  tally: Tally,
): Promise<Ledger> {
  const root = new Ledger("", "input");
  // Seen as plain JSON from here: a body may be of a later version than the types.
  const request: JsonObject = isObject(body) ? body : {};
  for (const [key, value] of Object.entries(request)) {
    if (value === null || value === undefined) continue;
    await tally.beginText();
    const reason = Object.hasOwn(STORED, key) ? STORED[key] : undefined;
    if (reason !== undefined) {
      tally.leaveOut(step(null, key), reason);
      root.open(key, "stored").addBetween(0, 0, null);
    } else if (Object.hasOwn(MEMBERS, key)) await MEMBERS[key]?.(value, root, request, tally);
  }
  root.add(tally.rules.family.base);
  return root;
}

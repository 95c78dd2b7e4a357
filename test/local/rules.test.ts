import { describe, expect, test } from "@jest/globals";
import { createLocalCounter } from "../../src/local/index.js";
import { readBody } from "./support/read.js";

const user = { role: "user", content: "x" };
const assistant = { role: "assistant", content: "x" };
const call = { type: "function_call", call_id: "call_1", name: "f", arguments: "{}" };
const output = { type: "function_call_output", call_id: "call_1", output: "x" };
const reasoning = { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "g".repeat(2905) };
const tool = { type: "function", name: "f" };
const kept = { ...call, id: "fc_1", status: "completed" };

describe("what stands around texts", () => {
  test.each<[string, string, object, number, [number, number | null] | number]>([
    ["an empty body", "gpt-4o", {}, 3, 3],
    ["an empty body", "gpt-4", {}, 2, 2],
    ["an empty body", "o3", {}, 2, 2],
    ["a message", "gpt-5", { input: [user] }, 6, 6],
    ["instructions", "gpt-5", { instructions: "x", input: "x" }, 10, 10],
    ["an answer", "gpt-4o", { input: [assistant] }, 7, 7],
    ["an answer, with its channel", "o3", { input: [assistant] }, 8, 8],
    ["an answer without content", "gpt-5", { input: [{ ...assistant, content: [] }] }, 2, 2],
    ["a tool", "gpt-4o", { tools: [tool] }, 0, 0],
    ["a tool", "o3", { tools: [tool] }, 2, 2],
    ["a tool", "codex-mini-latest", { tools: [tool] }, 3, 3],
    ["a tool", "gpt-5", { tools: [tool] }, 4, 4],
    ["a described tool", "gpt-5", { tools: [{ ...tool, description: "F" }] }, 5, 5],
    ["a forced tool", "gpt-4o", { tools: [tool], tool_choice: { type: "function", name: "f" } }, 7, 7],
    ["the only tool, required", "gpt-4o", { tools: [tool], tool_choice: "required" }, 7, 7],
    ["one of two tools, required", "gpt-4o", { tools: [tool, tool], tool_choice: "required" }, 0, 0],
    ["a forced tool", "gpt-5", { tools: [tool], tool_choice: "required" }, 4, 4],
    ["one call at a time", "gpt-5-nano", { tools: [tool], parallel_tool_calls: false }, 82, [4, 82]],
    ["a call and its output", "gpt-4o", { input: [call, output] }, 14, [14, 17]],
    ["a call that is kept", "gpt-4o", { input: [kept, output] }, 17, [14, 17]],
    [
      "a call that was constrained by no schema",
      "gpt-4o",
      { input: [kept], tools: [{ ...tool, strict: false }] },
      5,
      [5, 8],
    ],
    ["parallel calls", "gpt-4o", { input: [kept, kept] }, 13, [13, 19]],
    ["a call and its output", "gpt-5", { input: [call, output] }, 19, [19, 22]],
    ["a call with an id", "gpt-5", { input: [{ ...call, id: "fc_1" }] }, 14, [11, 14]],
    [
      "a call of a strict tool",
      "gpt-5.4",
      { input: [call], tools: [{ ...tool, strict: true }] },
      16,
      [13, 16],
    ],
    [
      "a structured answer",
      "gpt-4o",
      { text: { format: { type: "json_schema", name: "n", schema: {} } } },
      4,
      4,
    ],
    ["JSON of any kind", "gpt-4o", { text: { format: { type: "json_object" } } }, 3, 3],
    ["reasoning before the last message", "gpt-5", { input: [reasoning, user] }, 6, 6],
    ["reasoning of the current turn", "gpt-5", { input: [user, reasoning] }, 314, [237, 422]],
    ["the pro mode", "gpt-5.6", { reasoning: { mode: "pro" } }, 1533, [2, null]],
  ])("of %s, for %s", async (_, model, body, tokens, range) => {
    const count = await readBody({ model, ...body });
    expect(count.input_tokens).toBe(tokens);
    expect(count.range).toEqual(typeof range === "number" ? [range, range] : range);
  });
});

describe("names of tools", () => {
  const counter = createLocalCounter();
  const count = async (body: object): Promise<number> =>
    (await counter.count({ model: "gpt-4o", ...body })).input_tokens;

  test("are counted behind a full stop, which some are not merged with", async () => {
    const forced = (name: string) =>
      count({ tools: [{ ...tool, name }], tool_choice: { type: "function", name } });
    const listed = (name: string) => count({ tools: [{ ...tool, name }] });
    // ".structured_output" is three tokens, "structured_output" two; ".get_weather" and "get_weather" are two.
    expect((await forced("structured_output")) - (await listed("structured_output"))).toBe(7 + 3);
    expect((await forced("get_weather")) - (await listed("get_weather"))).toBe(7 + 2);
  });

  test("stand in the output too", async () => {
    const named = { ...call, name: "get_weather" };
    expect((await count({ input: [named, output] })) - (await count({ input: [call, output] }))).toBe(2);
  });
});

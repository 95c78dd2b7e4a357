import { describe, expect, test } from "@jest/globals";
import type { InputTokenCountParams } from "../../generated/types.js";
import type { Counter } from "../../src/gateway/types.js";
import { createLocalCounter } from "../../src/local/index.js";

const counter = createLocalCounter();

/** Words stand for tokens, so that a test can count by hand. */
const words = createLocalCounter({ tokenizer: (text) => text.split(/\s+/).filter(Boolean).length });

describe("createLocalCounter", () => {
  test("counts the reference's example as the reference does", async () => {
    expect(await counter.count({ model: "gpt-5", input: "Tell me a joke." })).toEqual({
      object: "response.input_tokens",
      input_tokens: 11,
      estimate: true,
      range: [11, 11],
      parts: [
        { param: "input", kind: "input", tokens: 9 },
        { param: "", kind: "frame", tokens: 2 },
      ],
      left_out: [],
    });
  });

  test.each<[string, NonNullable<InputTokenCountParams["input"]>]>([
    ["a message of text", [{ role: "user", content: "Tell me a joke." }]],
    ["a message of parts", [{ role: "user", content: [{ type: "input_text", text: "Tell me a joke." }] }]],
  ])("counts %s as the same text alone", async (_, input) => {
    expect((await counter.count({ model: "gpt-5", input })).input_tokens).toBe(11);
  });

  test("gives the chat models before gpt-5 one token more for the reply", async () => {
    expect((await counter.count({ model: "gpt-4o", input: "Tell me a joke." })).input_tokens).toBe(12);
  });

  test("counts nothing but the reply for no body at all", async () => {
    expect((await counter.count()).input_tokens).toBe(2);
    expect((await counter.count({ input: null })).input_tokens).toBe(2);
  });

  test("takes special tokens for plain text", async () => {
    const { input_tokens } = await counter.count({ input: "<|endoftext|><|start|>" });
    expect(input_tokens).toBeGreaterThan(10);
  });

  test("names what the server holds", async () => {
    const body = {
      model: "gpt-5",
      previous_response_id: "resp_1",
      conversation: { id: "conv_1" },
      input: [{ id: "msg_1" }],
    };
    expect((await counter.count(body)).left_out.map(({ param }) => param)).toEqual([
      "previous_response_id",
      "conversation",
      "input[0]",
    ]);
  });

  test("uses the tokenizer that it is given", async () => {
    expect((await words.count({ input: "one two three" })).input_tokens).toBe(1 + 3 + 3 + 2);
  });

  test("counts a text format with its schema", async () => {
    const format = { type: "json_schema", name: "order", schema: { type: "object" } } as const;
    // # Response Formats; ## order; {" type ":" object "}; then the reply. White space alone is no word.
    expect((await words.count({ text: { format } })).input_tokens).toBe(3 + 2 + 5 + 2);
    expect((await words.count({ text: { format: { type: "text" } } })).input_tokens).toBe(2);
  });

  test("says that it assumes a model which it does not know", async () => {
    const assumed = [
      { param: "model", reason: "model not known: counted by the rules of the newest family" },
    ];
    expect((await counter.count({ model: "gpt-9", input: "Hi" })).left_out).toEqual(assumed);
    const none = [{ param: "model", reason: "no model: counted by the rules of the newest family" }];
    expect((await counter.count({ input: "Hi" })).left_out).toEqual(none);
  });

  test("fits behind a gateway, as a client does", () => {
    const behindGateway: Counter = counter;
    expect(behindGateway).toBe(counter);
  });

  test("does not begin once it is aborted", async () => {
    const count = counter.count({ input: "x" }, { signal: AbortSignal.abort(new Error("gone")) });
    await expect(count).rejects.toThrow("gone");
  });

  test("leaves a frozen body alone", async () => {
    const body = Object.freeze({
      input: Object.freeze([Object.freeze({ role: "user", content: "hi" } as const)]),
    });
    await expect(counter.count(body as unknown as InputTokenCountParams)).resolves.toBeDefined();
  });
});

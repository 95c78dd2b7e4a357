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
      left_out: [],
    });
  });

  test.each<[string, NonNullable<InputTokenCountParams["input"]>]>([
    ["a message of text", [{ role: "user", content: "Tell me a joke." }]],
    ["a message of parts", [{ role: "user", content: [{ type: "input_text", text: "Tell me a joke." }] }]],
  ])("counts %s as the same text alone", async (_, input) => {
    expect((await counter.count({ model: "gpt-5", input })).input_tokens).toBe(11);
  });

  test("counts the cookbook's weather function as the API did", async () => {
    // Source: "How to count tokens with tiktoken" in the OpenAI cookbook, whose API call reported 101 tokens.
    const body: InputTokenCountParams = {
      model: "gpt-5",
      instructions: "You are a helpful assistant that can answer to questions about the weather.",
      input: "What's the weather like in San Francisco?",
      tools: [
        {
          type: "function",
          name: "get_current_weather",
          description: "Get the current weather in a given location",
          parameters: {
            type: "object",
            properties: {
              location: { type: "string", description: "The city and state, e.g. San Francisco, CA" },
              unit: {
                type: "string",
                description: "The unit of temperature to return",
                enum: ["celsius", "fahrenheit"],
              },
            },
            required: ["location"],
          },
        },
      ],
    };
    expect((await counter.count(body)).input_tokens).toBe(101);
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
    const body = { previous_response_id: "resp_1", conversation: { id: "conv_1" }, input: [{ id: "msg_1" }] };
    expect((await counter.count(body)).left_out.map(({ path }) => path)).toEqual([
      "input[0]",
      "conversation",
      "previous_response_id",
    ]);
  });

  test("uses the tokenizer that it is given", async () => {
    expect((await words.count({ input: "one two three" })).input_tokens).toBe(1 + 3 + 3 + 2);
  });

  test("counts a text format with its schema", async () => {
    const format = { type: "json_schema", name: "order", schema: { type: "object" } } as const;
    // frame 4, "# Response Formats", "## order", the schema; then the reply
    expect((await words.count({ text: { format } })).input_tokens).toBe(4 + 3 + 2 + 1 + 2);
    expect((await words.count({ text: { format: { type: "text" } } })).input_tokens).toBe(2);
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

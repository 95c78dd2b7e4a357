import type { InputTokenCountParams } from "../../generated/types.js";

const LOOKUP = {
  type: "function",
  name: "find_order",
  description: "Finds an order.",
  parameters: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
  strict: false,
} as const;

const BOOKING = {
  type: "function",
  name: "book_seats",
  parameters: {
    type: "object",
    properties: {
      seats: {
        type: "array",
        items: {
          type: "object",
          properties: { row: { type: "integer", minimum: 1 }, side: { enum: ["left", "right"] } },
        },
      },
      note: { type: "string", title: "Note", description: "For the staff.", maxLength: 200, default: "none" },
    },
  },
  strict: false,
} as const;

const ORDER = {
  type: "object",
  properties: {
    total: { type: "number", description: "In euros." },
    lines: { type: "array", items: { type: "string" } },
  },
  required: ["total", "lines"],
  additionalProperties: false,
} as const;

const CALL = {
  type: "function_call",
  call_id: "call_1",
  name: "find_order",
  arguments: '{"id":"7"}',
} as const;
const OUTPUT = { type: "function_call_output", call_id: "call_1", output: "shipped" } as const;

/** A small body for each rule of the offline count, to ask the provider about. The model is put in. */
export const CORPUS: Readonly<Record<string, InputTokenCountParams>> = {
  text: { input: "Tell me a joke." },
  "several parts": {
    input: [
      {
        role: "user",
        content: [
          { type: "input_text", text: "One" },
          { type: "input_text", text: " two" },
        ],
      },
    ],
  },
  instructions: { instructions: "Answer in one word.", input: "Hi" },
  "an answer before": {
    input: [
      { role: "assistant", content: "Hello!" },
      { role: "user", content: "Bye" },
    ],
  },
  "a tool": { input: "Where is order 7?", tools: [LOOKUP] },
  "two tools": { input: "Where is order 7?", tools: [LOOKUP, BOOKING] },
  "a list of objects with bounds": { input: "Book two seats.", tools: [BOOKING] },
  "a forced tool": {
    input: "Order 7",
    tools: [LOOKUP],
    tool_choice: { type: "function", name: "find_order" },
  },
  "one call at a time": { input: "Order 7", tools: [LOOKUP], parallel_tool_calls: false },
  "structured output": {
    input: "Three apples for 2 euros.",
    text: { format: { type: "json_schema", name: "order", schema: ORDER, strict: true } },
  },
  "a call": { input: [{ role: "user", content: "Order 7?" }, CALL, OUTPUT], tools: [LOOKUP] },
  "a custom tool": {
    input: "4 + 4",
    tools: [
      { type: "custom", name: "sum", format: { type: "grammar", syntax: "regex", definition: "[0-9+ ]+" } },
    ],
  },
  "a PNG of one pixel": {
    input: [
      {
        role: "user",
        content: [
          { type: "input_text", text: "What is this?" },
          {
            type: "input_image",
            detail: "auto",
            image_url:
              "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
          },
        ],
      },
    ],
  },
  "a text file": {
    input: [
      {
        role: "user",
        content: [
          {
            type: "input_file",
            filename: "a.txt",
            file_data: `data:text/plain;base64,${btoa("Hello, world!\n")}`,
          },
        ],
      },
    ],
  },
};

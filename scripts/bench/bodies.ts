import { makeEveryKind } from "./every-kind.js";

/** A body to measure with: the JSON text, so that every validator starts from the same parse. */
export interface Body {
  name: string;
  text: string;
  valid: boolean;
}

const SENTENCE =
  "The quick brown fox jumps over the lazy dog while the counter counts what the request will cost. ";

function text(length: number): string {
  return SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length);
}

/** One turn of an agent: a question, its reasoning, a call with its output, an answer. */
function turn(index: number, size: number): unknown[] {
  return [
    { role: "user", content: [{ type: "input_text", text: text(size) }] },
    { type: "reasoning", id: `rs_${index}`, summary: [{ type: "summary_text", text: text(size / 2) }] },
    {
      type: "function_call",
      call_id: `call_${index}`,
      name: "search_orders",
      arguments: JSON.stringify({ customer: index, since: "2026-01-01" }),
      status: "completed",
    },
    { type: "function_call_output", call_id: `call_${index}`, output: text(size) },
    {
      type: "message",
      id: `msg_${index}`,
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: text(size), annotations: [] }],
    },
  ];
}

function functionTool(index: number): unknown {
  return {
    type: "function",
    name: `search_orders_${index}`,
    description: "Finds the orders of a customer.",
    strict: true,
    parameters: {
      type: "object",
      properties: {
        customer: { type: "integer", description: "The customer's number." },
        since: { type: "string", description: "The first day, as YYYY-MM-DD." },
      },
      required: ["customer", "since"],
      additionalProperties: false,
    },
  };
}

function conversation(turns: number, size: number, tools: number): Record<string, unknown> {
  return {
    model: "gpt-5",
    instructions: text(400),
    input: Array.from({ length: turns }, (_, index) => turn(index, size)).flat(),
    tools: Array.from({ length: tools }, (_, index) => functionTool(index)),
    tool_choice: "auto",
    parallel_tool_calls: true,
    reasoning: { effort: "medium", summary: "auto" },
    text: { format: { type: "text" }, verbosity: "low" },
  };
}

/** The same body with one more message, the last of its input, whose status no schema knows. */
function withBadEnum(body: Record<string, unknown>): Record<string, unknown> {
  const input = body["input"] as unknown[];
  const bad = { type: "message", role: "assistant", status: "finished", content: [] };
  return { ...body, input: [...input.slice(0, -1), bad] };
}

function nestedFilters(depth: number): unknown {
  let filter: unknown = { type: "eq", key: "region", value: "eu" };
  for (let level = 0; level < depth; level++) filter = { type: level % 2 ? "or" : "and", filters: [filter] };
  return {
    model: "gpt-5",
    input: "Find it.",
    tools: [{ type: "file_search", vector_store_ids: ["vs_1"], filters: filter }],
  };
}

function image(bytes: number): unknown {
  return {
    model: "gpt-5",
    input: [
      {
        role: "user",
        content: [
          { type: "input_image", detail: "auto", image_url: `data:image/png;base64,${"A".repeat(bytes)}` },
        ],
      },
    ],
  };
}

/** The bodies of the design's targets. */
export function makeBodies(): Body[] {
  const medium = conversation(20, 900, 8);
  const large = makeEveryKind(500, 60);
  const bodies: [string, unknown, boolean][] = [
    ["small", { model: "gpt-5", input: "Tell me a joke." }, true],
    ["medium", medium, true],
    ["large", large, true],
    ["image 1 MB", image(1e6), true],
    ["image 10 MB", image(1e7), true],
    ["text 10 MB", { model: "gpt-5", input: text(1e7) }, true],
    ["filters 50 deep", nestedFilters(50), true],
    ["medium, bad enum", withBadEnum(medium), false],
    ["large, bad enum", withBadEnum(large), false],
  ];
  return bodies.map(([name, body, valid]) => ({ name, text: JSON.stringify(body), valid }));
}

/* What the types take and refuse, as a user's editor shows it. Checked by types.test.ts. */
import type {
  ImageGenerationTool,
  InputTokenCountParams,
  InputTokenCountResponse,
  ResponseInputItem,
  Tool,
} from "../../generated/types.js";

// Nothing is required, and a default makes nothing required.
export const bodies: InputTokenCountParams[] = [
  {},
  { model: null, input: null, tools: null, tool_choice: null, text: null, reasoning: null, truncation: null },
  { model: "gpt-5", input: "Tell me a joke." },
  {
    input: [
      { role: "user", content: "Hello" },
      { role: "assistant", content: [{ type: "output_text", text: "Hi" }] },
    ],
  },
  { input: [{ id: "msg_1" }, { type: "item_reference", id: "msg_1" }, { type: null, id: "msg_1" }] },
  { input: [{ type: "function_call_output", call_id: "call_1", output: [{ type: "input_image" }] }] },
  {
    input: [
      { type: "function_call_output", output: "sunny" },
      { type: "compaction_trigger", id: "ct_1" },
    ],
  },
  { input: [{ type: "additional_tools", role: "developer", tools: [{ type: "function", name: "f" }] }] },
  { input: [{ type: "configuration_update", reasoning: { effort: "max" } }] },
  {
    input: [{ type: "function_call", call_id: "c", name: "f", arguments: "{}", caller: { type: "direct" } }],
  },
  { personality: "friendly", reasoning: { mode: "pro", context: "a-later-context" } },
  { tools: [{ type: "programmatic_tool_calling" }], tool_choice: { type: "programmatic_tool_calling" } },
  { tools: [{ type: "function", name: "f" }, { type: "web_search_2025_08_26" }], tool_choice: "auto" },
  { tool_choice: { type: "allowed_tools", mode: "auto", tools: [{ type: "function", name: "f" }] } },
  { text: { format: { type: "json_schema", name: "f", schema: { type: "object" } } } },
  { conversation: "conv_1" },
  { conversation: { id: "conv_1" } },
];
export const imageTool: ImageGenerationTool = { type: "image_generation" };
export const anyModel: ImageGenerationTool = { type: "image_generation", model: "a-later-model" };

export const wrong: InputTokenCountParams[] = [
  // @ts-expect-error input is a text or items
  { input: 5 },
  // @ts-expect-error no such member
  { imput: "Hello" },
  // @ts-expect-error a message has content
  { input: [{ role: "user" }] },
  // @ts-expect-error no such role
  { input: [{ role: "tool", content: "sunny" }] },
  // @ts-expect-error no such item
  { input: [{ type: "function_call_outputs", call_id: "call_1", output: "" }] },
  // @ts-expect-error an output names its call by a text
  { input: [{ type: "function_call_output", call_id: 1, output: "sunny" }] },
  // @ts-expect-error the call of a shell has an id
  { input: [{ type: "shell_call_output", output: [] }] },
  // @ts-expect-error the developer alone brings tools
  { input: [{ type: "additional_tools", role: "user", tools: [] }] },
  // @ts-expect-error a part of Chat Completions
  { input: [{ role: "user", content: [{ type: "text", text: "Hello" }] }] },
  // @ts-expect-error no such status
  { input: [{ type: "function_call", call_id: "call_1", name: "f", arguments: "{}", status: "done" }] },
  // @ts-expect-error a function has a name
  { tools: [{ type: "function", function: { name: "f" } }] },
  // @ts-expect-error no such tool
  { tools: [{ type: "web_search_2024" }] },
  // @ts-expect-error no such mode
  { tool_choice: "any" },
  // @ts-expect-error a format has a name
  { text: { format: { type: "json_schema", schema: {} } } },
  // @ts-expect-error no such effort
  { reasoning: { effort: "huge" } },
  // @ts-expect-error a model is a name, not undefined
  { model: undefined },
];

// @ts-expect-error the model of an image tool is not nullable
export const nullModel: ImageGenerationTool = { type: "image_generation", model: null };
// @ts-expect-error the answer has a count
export const noCount: InputTokenCountResponse = { object: "response.input_tokens" };
// @ts-expect-error a count is a number
export const textCount: InputTokenCountResponse = { object: "response.input_tokens", input_tokens: "11" };

/** A tag narrows to its class. */
export function narrow(item: ResponseInputItem, tool: Tool): unknown {
  if (item.type === "reasoning") return item.summary satisfies { text: string }[];
  if (item.type === "computer_call") return item.action?.type satisfies string | undefined;
  // @ts-expect-error other items have no summary
  if (item.type === "mcp_call") return item.summary;
  if (tool.type === "web_search" || tool.type === "web_search_2025_08_26")
    return tool.filters?.allowed_domains satisfies string[] | null | undefined;
  // @ts-expect-error a custom tool has no parameters
  if (tool.type === "custom") return tool.parameters;
  return undefined;
}

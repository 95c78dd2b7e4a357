import { beforeAll, describe, expect, test } from "@jest/globals";
import { compileTexts } from "./support/compile-texts.js";

const OURS = "../../generated/types.js";
const SDK = "openai/resources/responses/input-tokens";

/** Mistakes that people make, and what the compiler says about them. */
const MISTAKES: readonly [name: string, body: string, message: string][] = [
  [
    "a level of detail that images have not",
    '{ input: [{ role: "user", content: [{ type: "input_image", image_url: "https://example.com/a.png", detail: "medium" }] }] }',
    `Type '"medium"' is not assignable to type 'ImageDetail | undefined'.`,
  ],
  [
    "a part of Chat Completions",
    '{ input: [{ role: "user", content: [{ type: "text", text: "Hello" }] }] }',
    `Type '"text"' is not assignable to type '"input_text" | "input_image" | "input_file"'.`,
  ],
  [
    "an image of Chat Completions",
    '{ input: [{ role: "user", content: [{ type: "input_image", image_url: { url: "https://example.com/a.png" } }] }] }',
    `Type '{ url: string; }' is not assignable to type 'string'.`,
  ],
  [
    "a role of Chat Completions",
    '{ input: [{ role: "tool", content: [] }] }',
    `Type '"tool"' is not assignable to type '"user" | "assistant" | "system" | "developer"'.`,
  ],
  [
    "a tool of Chat Completions",
    '{ tools: [{ type: "function", function: { name: "f" } }] }',
    "Object literal may only specify known properties, and 'function' does not exist in type 'FunctionTool'.",
  ],
  [
    "the messages of Chat Completions",
    '{ messages: [{ role: "user", content: "Hello" }] }',
    "Object literal may only specify known properties, and 'messages' does not exist in type 'InputTokenCountParams'.",
  ],
  [
    "a part of the model's said by the user",
    '{ input: [{ role: "user", content: [{ type: "output_text", text: "Hello" }] }] }',
    `Type '"output_text"' is not assignable to type '"input_text" | "input_image" | "input_file"'.`,
  ],
  [
    "a message without content",
    '{ input: [{ role: "user" }] }',
    `Type '{ role: "user"; }' is not assignable to type 'ResponseInputItem'.
  Type '{ role: "user"; }' is not assignable to type 'EasyInputMessage | InputMessage'.
    Property 'content' is missing in type '{ role: "user"; }' but required in type 'InputMessage'.`,
  ],
  [
    "a call without its id",
    '{ input: [{ type: "function_call", name: "f", arguments: "{}" }] }',
    `Type '{ type: "function_call"; name: string; arguments: string; }' is not assignable to type 'ResponseInputItem'.
  Property 'call_id' is missing in type '{ type: "function_call"; name: string; arguments: string; }' but required in type 'ResponseFunctionToolCall'.`,
  ],
  [
    "arguments that are no text",
    '{ input: [{ type: "function_call", call_id: "c", name: "f", arguments: { city: "Paris" } }] }',
    "Type '{ city: string; }' is not assignable to type 'string'.",
  ],
  [
    "an item that there is not",
    '{ input: [{ type: "function_result", call_id: "c", output: "sunny" }] }',
    `Type '"function_result"' is not assignable to type '"message" | "file_search_call" | "computer_call" | "computer_call_output" | "web_search_call" | "function_call" | "function_call_output" | "tool_search_call" | "tool_search_output" | ... 22 more ... | null'.`,
  ],
  [
    "a status that there is not",
    '{ input: [{ type: "function_call", call_id: "c", name: "f", arguments: "{}", status: "done" }] }',
    `Type '"done"' is not assignable to type 'ItemStatus | null | undefined'.`,
  ],
  [
    "an MCP server without a label",
    '{ tools: [{ type: "mcp", server_url: "https://example.com" }] }',
    `Type '{ type: "mcp"; server_url: string; }' is not assignable to type 'Tool'.
  Property 'server_label' is missing in type '{ type: "mcp"; server_url: string; }' but required in type 'McpTool'.`,
  ],
  [
    "a tool that there is not",
    '{ tools: [{ type: "web_search_2024" }] }',
    `Type '"web_search_2024"' is not assignable to type '"function" | "namespace" | "file_search" | "computer" | "computer_use_preview" | "web_search" | "web_search_2025_08_26" | "mcp" | "code_interpreter" | "programmatic_tool_calling" | ... 7 more ... | "apply_patch"'. Did you mean '"web_search"'?`,
  ],
  [
    "a mode that there is not",
    '{ tool_choice: "any" }',
    `Type '"any"' is not assignable to type 'ToolChoice | null'.`,
  ],
  [
    "an effort that there is not",
    '{ reasoning: { effort: "huge" } }',
    `Type '"huge"' is not assignable to type 'ReasoningEffort | null | undefined'.`,
  ],
  [
    "a format without a name",
    '{ text: { format: { type: "json_schema", schema: {} } } }',
    `Type '{ type: "json_schema"; schema: {}; }' is not assignable to type 'ResponseFormatTextConfig | undefined'.
  Property 'name' is missing in type '{ type: "json_schema"; schema: {}; }' but required in type 'ResponseFormatTextJSONSchemaConfig'.`,
  ],
  [
    "a misspelt member",
    '{ model: "gpt-5", instruction: "Be brief." }',
    "Object literal may only specify known properties, but 'instruction' does not exist in type 'InputTokenCountParams'. Did you mean to write 'instructions'?",
  ],
];

/** An object type without a name where the compiler says what it wants. */
const ANONYMOUS = /(?:assignable to|required in|exist in) type '[^']*\{/;
const MOST_CHARACTERS = 700;

let said: Map<string, string[]>;

beforeAll(() => {
  said = new Map(
    [OURS, SDK].map((types) => {
      const head = `import type { InputTokenCountParams } from "${types}";\nexport const body: InputTokenCountParams = `;
      return [types, compileTexts(MISTAKES.map(([, body]) => `${head}${body};\n`))];
    }),
  );
});

describe("the compiler's words on", () => {
  test.each(MISTAKES.map(([name, , message], index) => ({ name, message, index })))(
    "$name",
    ({ message, index }) => {
      expect(said.get(OURS)?.[index]).toBe(message);
    },
  );

  test("all of them are short and have a name for every object", () => {
    for (const message of said.get(OURS) ?? []) {
      expect(message.length).toBeLessThan(MOST_CHARACTERS);
      expect(message).not.toMatch(ANONYMOUS);
    }
  });

  test("all of them are fewer than on the types of the provider's SDK", () => {
    const [ours = 0, sdk = 0] = [OURS, SDK].map((types) => said.get(types)?.join("").length);
    expect(ours).toBeLessThan(0.6 * sdk);
  });
});

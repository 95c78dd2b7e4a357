/* Bodies written with `as const`, where bodies are given. Checked by types.test.ts. */
import type { InputTokenCountParams } from "../../generated/types.js";
import type { Client } from "../../src/client/index.js";
import type { GatewayOptions } from "../../src/gateway/index.js";
import type { LocalCounter } from "../../src/local/index.js";
import { toSdkParams } from "../../src/sdk/index.js";
import { validateRequest } from "../../src/validate/index.js";

const conversation = {
  model: "gpt-5",
  input: [
    { role: "user", content: [{ type: "input_text", text: "Where is order 7?" }] },
    { type: "function_call", call_id: "call_1", name: "find_order", arguments: "{}" },
    {
      type: "function_call_output",
      call_id: "call_1",
      output: [{ type: "input_text", text: "On its way." }],
    },
    { type: "tool_search_call", arguments: { deep: [null] } },
  ],
  tools: [
    { type: "function", name: "find_order", parameters: { type: "object", required: ["id"] }, strict: true },
  ],
} as const;

declare const body: InputTokenCountParams;
declare const frozen: readonly InputTokenCountParams[];

export function give(client: Client, local: LocalCounter): unknown[] {
  return [
    client.count(conversation),
    client.count.withResponse(conversation),
    local.count(conversation),
    validateRequest(conversation),
    toSdkParams(conversation),
    client.count(body),
    local.count(frozen[0]),
    client.count(toSdkParams(body)),
    // @ts-expect-error readonly or not, an effort is an effort
    client.count({ reasoning: { effort: "huge" } } as const),
    // @ts-expect-error nothing is known of it
    client.count({ imput: "Hello" }),
  ];
}

/** What counts can stand behind a gateway. */
export const options = (client: Client, local: LocalCounter): GatewayOptions[] => [
  { count: client },
  { count: local },
  { count: client.count },
  { count: (given, settings) => client.count(given, settings) },
  { count: (given) => local.count({ ...given, tools: [] }) },
];

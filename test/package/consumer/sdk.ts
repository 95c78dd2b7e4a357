// A user's code that counts with the provider's SDK and then asks it; it is compiled, never run.
import type OpenAI from "openai";
import { toSdkParams } from "input-tokens-contract/sdk";
import type { InputTokenCountParams } from "input-tokens-contract/types";

export async function askWithin(
  limit: number,
  body: InputTokenCountParams,
  { responses }: OpenAI,
): Promise<string> {
  const params = toSdkParams(body);
  const { input_tokens } = await responses.inputTokens.count(params);
  if (input_tokens > limit) throw new Error("The request is too long.");
  return (await responses.create(params)).output_text;
}

const conversation = {
  model: "gpt-5",
  input: [{ role: "user", content: [{ type: "input_text", text: "Hello" }] }],
  tools: [{ type: "function", name: "look" }],
} as const;
export const stream = (client: OpenAI) =>
  client.responses.create({ ...toSdkParams(conversation), stream: true });

// @ts-expect-error no body of ours
toSdkParams({ input: 5 });

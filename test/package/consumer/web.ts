// A user's code with nothing but web standards around it; it is compiled, never run.
import * as everything from "input-tokens-contract";
import { createClient, isRateLimitError, type Client } from "input-tokens-contract/client";
import { checkRequest, createHandler, type GatewayOptions } from "input-tokens-contract/gateway";
import { createLocalCounter, type LocalTokenCount } from "input-tokens-contract/local";
import type { components, InputTokenCountParams, paths, Tool } from "input-tokens-contract/types";
import { isRequest, requestSchema, validateRequest } from "input-tokens-contract/validate";

const tool: Tool = { type: "function", name: "look", parameters: null, strict: true };
export const body: InputTokenCountParams = { model: "gpt-5", input: "Hello", tools: [tool] };

// @ts-expect-error the input is text or items
export const wrongInput: InputTokenCountParams = { input: 5 };
// @ts-expect-error there is no such type of tool
export const wrongTool: Tool = { type: "guess" };

type Operation = paths["/responses/input_tokens"]["post"];
export type Answer = Operation["responses"][200]["content"]["application/json"];
export const answer: Answer = { object: "response.input_tokens", input_tokens: 3 };
export const named: components["schemas"]["InputTokenCountParams"] = { ...body };

export function readModel(value: unknown): string | null | undefined {
  if (isRequest(value)) return value.model;
  const result = validateRequest(value, { unknownKeys: "reject", maxIssues: 5 });
  return result.ok ? result.value.model : (result.issues[0]?.param ?? null);
}

export async function readInput(value: unknown): Promise<InputTokenCountParams | undefined> {
  const result = await requestSchema["~standard"].validate(value);
  return result.issues ? undefined : result.value;
}

export async function ask(client: Client): Promise<number> {
  try {
    const { data } = await client.count.withResponse(body, { timeout: 5_000 });
    const raw = await client.raw.POST("/responses/input_tokens", { body });
    // @ts-expect-error there is no such operation
    await client.raw.GET("/responses/input_tokens");
    return raw.data?.input_tokens ?? data.input_tokens;
  } catch (error) {
    return isRateLimitError(error) ? (error.retryAfter ?? 0) : 0;
  }
}

const options: GatewayOptions = { count: createClient({ apiKey: null }), maxBodyBytes: 1_000 };
export const handler: (request: Request) => Promise<Response> = createHandler(options);
export const local: Promise<LocalTokenCount> = createLocalCounter().count(body);

export async function guard(request: Request): Promise<Response | undefined> {
  const checked = await checkRequest(request);
  // @ts-expect-error a bad request has no body
  void checked.body;
  return checked.ok ? undefined : checked.response;
}

export const client: everything.Client = everything.createClient();

import { ask, type InputTokenCountParams, type InputTokenCountResponse, type Model } from "@team/contract";
import { createHandler } from "input-tokens-contract/gateway";
import { validateRequest, type Validation } from "input-tokens-contract/validate";

const MODEL: Model = "gpt-5";

/** The contract first, then the team's own rule. */
function validate(body: unknown): Validation<InputTokenCountParams> {
  const result = validateRequest(body);
  if (!result.ok || result.value.model === MODEL) return result;
  const message = `Invalid value: the model has to be '${MODEL}'.`;
  return { ok: false, issues: [{ message, param: "model", code: "invalid_value", path: ["model"] }] };
}

/** Counts a token for each word; a real gateway would have a client here. */
async function count({ input }: InputTokenCountParams = {}): Promise<InputTokenCountResponse> {
  const words = JSON.stringify(input ?? "").split(/\s+/);
  return { object: "response.input_tokens", input_tokens: words.length };
}

/** The team's gateway: guards `POST …/responses/input_tokens`. */
export const handler: (request: Request) => Promise<Response> = createHandler({ validate, count });

/** A request that the gateway takes, typed by the package beside. */
export const example: InputTokenCountParams = ask("How many words are these?");

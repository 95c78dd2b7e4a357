import type { InputTokenCountParams, ResponseInputItem, Tool } from "input-tokens-contract/types";

export type { InputTokenCountParams, InputTokenCountResponse } from "input-tokens-contract/types";

/** The one model that this team pays for. */
export type Model = "gpt-5";

/** A request of this team's: the contract, a little narrower. */
export interface TeamRequest extends InputTokenCountParams {
  model: Model;
  input: ResponseInputItem[];
  tools?: Tool[];
}

/** Makes a request of a question. */
export function ask(question: string): TeamRequest {
  return { model: "gpt-5", input: [{ role: "user", content: question }] };
}

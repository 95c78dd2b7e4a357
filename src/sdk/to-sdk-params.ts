import type { InputTokenCountParams as SdkCountParams } from "openai/resources/responses/input-tokens";
import type { ResponseCreateParamsNonStreaming } from "openai/resources/responses/responses";
import type { InputTokenCountParams } from "../../generated/types.js";
import type { DeepReadonly } from "../deep-readonly.js";

/** What both `responses.inputTokens.count` and `responses.create` of the installed SDK take. */
export type SdkParams = SdkCountParams & ResponseCreateParamsNonStreaming;

/**
 * Gives a body the types of the provider's SDK, to count it and then create a response of it. The body itself comes
 * back: nothing is copied or checked. The SDK's types lag behind the API and ask for members that it lets one leave
 * out, so that most bodies are not theirs to the compiler, though the SDK sends them as they are.
 *
 * @example
 * const { input_tokens } = await openai.responses.inputTokens.count(toSdkParams(body));
 * if (input_tokens < 100_000) await openai.responses.create(toSdkParams(body));
 */
export function toSdkParams(body: DeepReadonly<InputTokenCountParams>): SdkParams {
  // The purpose: what the contract takes is more than what the SDK's types do.
  return body as SdkParams;
}

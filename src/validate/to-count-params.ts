import { GENERATION_PARAMETERS } from "../../generated/parameters.js";
import type { InputTokenCountParams } from "../../generated/types.js";

type GenerationParameter = (typeof GENERATION_PARAMETERS)[number];

/** A request for an answer: what is counted, and what only generation takes, whatever its type. */
export interface CreateParams extends InputTokenCountParams, Partial<Record<GenerationParameter, unknown>> {}

/**
 * The count's parameters of a request for an answer (`responses.create`): a new object without the keys that
 * only generation takes (`stream`, `temperature`, `store` and others, the list comes from the fragment). Every
 * other key stays, its value the same object: what is not known is for the validator or the provider to judge.
 *
 * @example
 * toCountParams({ model: "gpt-5", input: "Hi", stream: true }); // { model: "gpt-5", input: "Hi" }
 */
export function toCountParams<Body extends CreateParams>(body: Body): Omit<Body, GenerationParameter> {
  const params: Partial<Body> = { ...body };
  for (const key of GENERATION_PARAMETERS) delete params[key];
  // What is left is all but the keys just taken away.
  return params as Omit<Body, GenerationParameter>;
}

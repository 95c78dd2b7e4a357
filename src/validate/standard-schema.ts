import { requestJsonSchema, responseJsonSchema } from "../../generated/schemas.js";
import type { InputTokenCountParams, InputTokenCountResponse } from "../../generated/types.js";
import type { Validation, ValidationIssue } from "./types.js";
import { validateRequest } from "./validate-request.js";
import { validateResponse } from "./validate-response.js";

/** A Standard Schema v1 with its JSON Schema extension; written out, so that the package needs no other for its types. */
export interface ContractSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
    ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly ValidationIssue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
    readonly jsonSchema: { readonly input: ToJsonSchema; readonly output: ToJsonSchema };
  };
}

/**
 * Gives the JSON Schema, self-contained, for the target `draft-2020-12` or `draft-07`.
 *
 * @throws {Error} for any other target.
 */
type ToJsonSchema = (options: { readonly target: string }) => Record<string, unknown>;

/** What the schema says is the same in these drafts, all but its name. */
const DRAFTS: Record<string, string> = {
  "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

/** The request as a Standard Schema v1, for libraries that take one: `value` is the body itself. */
export const requestSchema: ContractSchema<InputTokenCountParams> = /* @__PURE__ */ createSchema(
  validateRequest,
  requestJsonSchema,
);

/** The response as a Standard Schema v1. */
export const responseSchema: ContractSchema<InputTokenCountResponse> = /* @__PURE__ */ createSchema(
  validateResponse,
  responseJsonSchema,
);

function createSchema<T>(
  validate: (body: unknown) => Validation<T>,
  jsonSchema: () => Record<string, unknown>,
): ContractSchema<T> {
  const toJsonSchema: ToJsonSchema = ({ target }) => {
    const draft = DRAFTS[target];
    if (!draft)
      throw new Error(`The schema can be given as ${Object.keys(DRAFTS).join(" or ")}, not as ${target}.`);
    return { ...jsonSchema(), $schema: draft };
  };
  return {
    "~standard": {
      version: 1,
      vendor: "input-tokens-contract",
      validate: (body) => {
        const result = validate(body);
        return result.ok ? { value: result.value } : { issues: result.issues };
      },
      jsonSchema: { input: toJsonSchema, output: toJsonSchema },
    },
  };
}

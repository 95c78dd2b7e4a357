export { toErrorBody } from "./error-body.js";
export { identifyBody, listGenerationKeys, type BodyKind } from "./identify-body.js";
export { requestSchema, responseSchema, type ContractSchema } from "./standard-schema.js";
export { toCountParams, type CreateParams } from "./to-count-params.js";
export type { ValidateOptions, Validation, ValidationIssue } from "./types.js";
export { isRequest, validateRequest } from "./validate-request.js";
export { isResponse, validateResponse } from "./validate-response.js";

export { toErrorBody } from "./error-body.js";
export { requestSchema, responseSchema, type ContractSchema } from "./standard-schema.js";
export type { ValidateOptions, Validation, ValidationIssue } from "./types.js";
export { isRequest, validateRequest } from "./validate-request.js";
export { isResponse, validateResponse } from "./validate-response.js";

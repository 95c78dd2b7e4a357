export { toErrorResponse } from "./answer-error.js";
export { checkBody, checkRequest } from "./check-request.js";
export { createHandler } from "./create-handler.js";
export type { CallerRequest } from "./gateway-request.js";
export type {
  AnswerFacts,
  CheckOptions,
  CheckResult,
  CountContext,
  Counter,
  CountFunction,
  ErrorAnswer,
  GatewayOptions,
  Validator,
} from "./types.js";

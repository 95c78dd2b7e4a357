export { checkBody } from "./check-request.js";
export { checkRequest } from "./check-request.js";
export { createHandler } from "./create-handler.js";
export type {
  CheckOptions,
  CheckResult,
  Counter,
  CountFunction,
  CountOptions,
  GatewayOptions,
  Validator,
} from "./types.js";

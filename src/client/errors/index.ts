export { APIError, isAPIError } from "./api-error.js";
export { ConfigurationError, isConfigurationError } from "./configuration-error.js";
export { ConnectionError, isConnectionError } from "./connection-error.js";
export { InputTokensError, isInputTokensError } from "../../input-tokens-error.js";
export { MissingKeyError, isMissingKeyError } from "./missing-key-error.js";
export { RedirectError, isRedirectError } from "./redirect-error.js";
export { RequestValidationError, isRequestValidationError } from "./request-validation-error.js";
export { ResponseValidationError, isResponseValidationError } from "./response-validation-error.js";
export {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  isAuthenticationError,
  isBadRequestError,
  isConflictError,
  isInternalServerError,
  isNotFoundError,
  isPermissionDeniedError,
  isRateLimitError,
  isUnprocessableEntityError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from "./status-errors.js";
export { TimeoutError, isTimeoutError } from "./timeout-error.js";
export { UserAbortError, isUserAbortError } from "./user-abort-error.js";

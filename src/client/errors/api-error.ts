import type { ErrorResponse } from "../../../generated/types.js";
import { readRequestId } from "../answer-facts.js";
import { readRetryAfter } from "../answer-facts.js";
import { brand, hasBrand } from "../../input-tokens-error.js";
import { InputTokensError } from "../../input-tokens-error.js";

/** The provider answered with an error status. Its subclasses name the common ones. */
export class APIError extends InputTokensError {
  /** The HTTP status of the answer, such as 429. */
  readonly status: number;
  /** The provider's id of the request (`x-request-id`), for support; null if it sent none. */
  readonly requestId: string | null;
  /** The member `error` of the provider's envelope, as it came; null if the answer was something else, such as an HTML page. */
  readonly error: ErrorResponse["error"] | null;
  /** The provider's error code, such as `rate_limit_exceeded`; null if it gave none. */
  readonly code: string | null;
  /** The place in the body that is at fault, such as `tools[3].name`; null if the provider gave none. */
  readonly param: string | null;
  /** The provider's kind of error, such as `invalid_request_error`; null if it gave none. */
  readonly type: string | null;
  /** The headers of the answer. */
  readonly headers: Headers;
  /** How long the answer asks to wait before the next try, in milliseconds, not capped; null if it does not say. */
  readonly retryAfter: number | null;

  constructor(status: number, headers: Headers, message: string, error: ErrorResponse["error"] | null) {
    super(message);
    this.status = status;
    this.requestId = readRequestId(headers);
    this.error = error;
    this.code = readText(error?.code);
    this.param = readText(error?.param);
    this.type = readText(error?.type);
    this.headers = headers;
    this.retryAfter = readRetryAfter(headers);
  }

  static {
    brand(this, "APIError");
  }
}

/** Says whether a value is an {@link APIError} of any status, also one from a second copy of this package. */
export function isAPIError(value: unknown): value is APIError {
  return hasBrand(value, "APIError");
}

/** Proxies leave members out or send a numeric code. */
function readText(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : null;
}

import { APIError } from "./api-error.js";
import { brand, hasBrand } from "./brand.js";

/** Status 429: too many requests or no quota left; retried before it is thrown. */
export class RateLimitError extends APIError {
  static {
    brand(this, "RateLimitError");
  }
}

/** Says whether a value is a {@link RateLimitError}, also one from a second copy of this package. */
export function isRateLimitError(value: unknown): value is RateLimitError {
  return hasBrand(value, "RateLimitError");
}

import { APIError } from "./api-error.js";
import { brand, hasBrand } from "./brand.js";

/** Status 400: the provider refuses the request; `param` and `code` say what and why. */
export class BadRequestError extends APIError {
  static {
    brand(this, "BadRequestError");
  }
}

/** Says whether a value is a {@link BadRequestError}, also one from a second copy of this package. */
export function isBadRequestError(value: unknown): value is BadRequestError {
  return hasBrand(value, "BadRequestError");
}

import { APIError } from "./api-error.js";
import { brand, hasBrand } from "./brand.js";

/** Status 422: the provider understands the request but cannot follow it. */
export class UnprocessableEntityError extends APIError {
  static {
    brand(this, "UnprocessableEntityError");
  }
}

/** Says whether a value is an {@link UnprocessableEntityError}, also one from a second copy of this package. */
export function isUnprocessableEntityError(value: unknown): value is UnprocessableEntityError {
  return hasBrand(value, "UnprocessableEntityError");
}

import { APIError } from "./api-error.js";
import { brand, hasBrand } from "./brand.js";

/** Status 500 and above: a fault at the provider or a proxy; retried before it is thrown. */
export class InternalServerError extends APIError {
  static {
    brand(this, "InternalServerError");
  }
}

/** Says whether a value is an {@link InternalServerError}, also one from a second copy of this package. */
export function isInternalServerError(value: unknown): value is InternalServerError {
  return hasBrand(value, "InternalServerError");
}

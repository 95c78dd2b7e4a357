import { APIError } from "./api-error.js";
import { brand, hasBrand } from "./brand.js";

/** Status 409: another request holds what this one needs; retried before it is thrown. */
export class ConflictError extends APIError {
  static {
    brand(this, "ConflictError");
  }
}

/** Says whether a value is a {@link ConflictError}, also one from a second copy of this package. */
export function isConflictError(value: unknown): value is ConflictError {
  return hasBrand(value, "ConflictError");
}

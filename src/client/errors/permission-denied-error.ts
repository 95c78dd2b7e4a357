import { APIError } from "./api-error.js";
import { brand, hasBrand } from "./brand.js";

/** Status 403: the key, project or region may not do this. */
export class PermissionDeniedError extends APIError {
  static {
    brand(this, "PermissionDeniedError");
  }
}

/** Says whether a value is a {@link PermissionDeniedError}, also one from a second copy of this package. */
export function isPermissionDeniedError(value: unknown): value is PermissionDeniedError {
  return hasBrand(value, "PermissionDeniedError");
}

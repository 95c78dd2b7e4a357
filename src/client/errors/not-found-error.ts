import { APIError } from "./api-error.js";
import { brand, hasBrand } from "./brand.js";

/** Status 404: the conversation, an item or the path of the base URL does not exist. */
export class NotFoundError extends APIError {
  static {
    brand(this, "NotFoundError");
  }
}

/** Says whether a value is a {@link NotFoundError}, also one from a second copy of this package. */
export function isNotFoundError(value: unknown): value is NotFoundError {
  return hasBrand(value, "NotFoundError");
}

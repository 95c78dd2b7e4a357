import { APIError } from "./api-error.js";
import { brand, hasBrand } from "./brand.js";

/** Status 401: the API key is missing, wrong or revoked. */
export class AuthenticationError extends APIError {
  static {
    brand(this, "AuthenticationError");
  }
}

/** Says whether a value is an {@link AuthenticationError}, also one from a second copy of this package. */
export function isAuthenticationError(value: unknown): value is AuthenticationError {
  return hasBrand(value, "AuthenticationError");
}

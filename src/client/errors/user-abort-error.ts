import { brand, hasBrand } from "../../input-tokens-error.js";
import { InputTokensError } from "../../input-tokens-error.js";

/** The caller's signal ended the call. `cause` is the signal's reason. */
export class UserAbortError extends InputTokensError {
  constructor(reason: unknown) {
    super("The call was aborted by its signal.", { cause: reason });
  }

  static {
    brand(this, "UserAbortError");
  }
}

/** Says whether a value is a {@link UserAbortError}, also one from a second copy of this package. */
export function isUserAbortError(value: unknown): value is UserAbortError {
  return hasBrand(value, "UserAbortError");
}

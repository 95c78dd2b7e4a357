import { brand, hasBrand } from "../../input-tokens-error.js";
import { ConfigurationError } from "./configuration-error.js";

/** There is no API key to send: none was given, or the `apiKey` function gave none. Nothing was sent. */
export class MissingKeyError extends ConfigurationError {
  constructor(message: string, options?: ErrorOptions) {
    super("apiKey", message, options);
  }

  static {
    brand(this, "MissingKeyError");
  }
}

/** Says whether a value is a {@link MissingKeyError}, also one from a second copy of this package. */
export function isMissingKeyError(value: unknown): value is MissingKeyError {
  return hasBrand(value, "MissingKeyError");
}

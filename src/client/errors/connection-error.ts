import { brand, hasBrand } from "../../input-tokens-error.js";
import { InputTokensError } from "../../input-tokens-error.js";

/** No complete answer came: the connection was refused, reset or closed, or a name did not resolve. */
export class ConnectionError extends InputTokensError {
  /** How often the request was sent, the first try included. */
  readonly attempts: number;

  constructor(message: string, attempts: number, options?: ErrorOptions) {
    super(message, options);
    this.attempts = attempts;
  }

  static {
    brand(this, "ConnectionError");
  }
}

/**
 * Says whether a value is a {@link ConnectionError}, a timeout included, also one from a second copy of
 * this package.
 */
export function isConnectionError(value: unknown): value is ConnectionError {
  return hasBrand(value, "ConnectionError");
}

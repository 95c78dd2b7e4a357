import { brand, hasBrand } from "../../input-tokens-error.js";
import { ConnectionError } from "./connection-error.js";

/** The last try took longer than its timeout, headers and body together. */
export class TimeoutError extends ConnectionError {
  /** The time one try had, in milliseconds. */
  readonly timeout: number;

  constructor(message: string, attempts: number, timeout: number) {
    super(message, attempts);
    this.timeout = timeout;
  }

  static {
    brand(this, "TimeoutError");
  }
}

/** Says whether a value is a {@link TimeoutError}, also one from a second copy of this package. */
export function isTimeoutError(value: unknown): value is TimeoutError {
  return hasBrand(value, "TimeoutError");
}

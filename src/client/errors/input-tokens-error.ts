import { brand, hasBrand } from "./brand.js";

/** What every error of this package has in common. Its message never repeats the body or the key. */
export class InputTokensError extends Error {
  static {
    brand(this, "InputTokensError");
  }
}

/** Says whether a value is any error of this package, also one from a second copy of it. */
export function isInputTokensError(value: unknown): value is InputTokensError {
  return hasBrand(value, "InputTokensError");
}

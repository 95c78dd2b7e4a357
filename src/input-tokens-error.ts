const brandOf = (name: string): symbol => Symbol.for(`input-tokens-contract.${name}`);

/**
 * Gives a class its name, safe from minifiers, and a brand that a second copy of this package recognises,
 * where `instanceof` would say no.
 */
export function brand(errorClass: { prototype: object }, name: string): void {
  Object.defineProperty(errorClass.prototype, brandOf(name), { value: true });
  Object.defineProperty(errorClass.prototype, "name", { value: name, configurable: true, writable: true });
}

/** Says whether a value bears the brand of the named class, whichever copy of the package made it. */
export function hasBrand(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && brandOf(name) in value;
}

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

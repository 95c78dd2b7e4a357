import { brand, hasBrand } from "../../input-tokens-error.js";
import { InputTokensError } from "../../input-tokens-error.js";

/** An option or an environment variable that the client cannot work with. Nothing was sent. */
export class ConfigurationError extends InputTokensError {
  /** The option or the environment variable at fault, such as `timeout` or `OPENAI_BASE_URL`. */
  readonly option: string;

  constructor(option: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.option = option;
  }

  static {
    brand(this, "ConfigurationError");
  }
}

/** Says whether a value is a {@link ConfigurationError}, also one from a second copy of this package. */
export function isConfigurationError(value: unknown): value is ConfigurationError {
  return hasBrand(value, "ConfigurationError");
}

import { brand, InputTokensError } from "../client/errors/input-tokens-error.js";
import type { Tokenizer } from "./types.js";

/** Thrown when the optional package gpt-tokenizer is not installed and no other tokenizer was passed. */
export class MissingTokenizerError extends InputTokensError {
  static {
    brand(this, "MissingTokenizerError");
  }

  constructor(cause: unknown) {
    super(
      "The local counter needs the optional package gpt-tokenizer. " +
        "Install it (npm install gpt-tokenizer@4) or pass createLocalCounter({ tokenizer }).",
      { cause },
    );
  }
}

/** What the local counter uses of gpt-tokenizer. */
interface TokenizerModule {
  countTokens(text: string, options: { disallowedSpecial: Set<string> }): number;
  clearMergeCache(): void;
}

/**
 * UTF-16 units after which the merge cache is emptied. Its keys are slices that keep whole bodies in memory, and
 * once it is full (100,000 keys) each eviction is slow: random text takes three times as long.
 */
const CACHE_UNITS = 400_000;

/** `<|endoftext|>` and its like are plain text in a request, not a reason to refuse it. */
const NO_SPECIAL_TOKENS = { disallowedSpecial: new Set<string>() };

/**
 * Loads the o200k_base encoding of gpt-tokenizer, the one of all models from gpt-4o on.
 * @throws {MissingTokenizerError} when the package cannot be loaded
 */
export async function loadTokenizer(
  load: () => Promise<TokenizerModule> = () => import("gpt-tokenizer/encoding/o200k_base"),
): Promise<Tokenizer> {
  let encoding: TokenizerModule;
  try {
    encoding = await load();
  } catch (error) {
    throw new MissingTokenizerError(error);
  }
  let units = 0;
  return (text) => {
    units += text.length;
    if (units > CACHE_UNITS) {
      units = text.length;
      encoding.clearMergeCache();
    }
    return encoding.countTokens(text, NO_SPECIAL_TOKENS);
  };
}

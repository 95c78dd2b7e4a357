import { brand, InputTokensError } from "../input-tokens-error.js";
import { Encoder } from "./encoding/encoder.js";
import type { TokenRanks } from "./encoding/token-table.js";
import type { EncodingName } from "./families.js";

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

/** Loads the tokens of an encoding in the order of their ranks. */
export type RanksLoader = () => Promise<{ default: TokenRanks }>;

// Each name stands here in full, so that bundlers find them.
const LOADERS: Readonly<Record<EncodingName, RanksLoader>> = {
  o200k_base: () => import("gpt-tokenizer/bpeRanks/o200k_base"),
  cl100k_base: () => import("gpt-tokenizer/bpeRanks/cl100k_base"),
};

const encoders = new Map<EncodingName, Promise<Encoder>>();

/**
 * Gives the encoder of an encoding, made when first asked for and shared by all counters: its tokens are those of
 * gpt-tokenizer, which counts them in other words than the package itself does, in linear time.
 * @throws {MissingTokenizerError} when the package cannot be loaded
 */
export function loadEncoder(name: EncodingName, load: RanksLoader = LOADERS[name]): Promise<Encoder> {
  const known = encoders.get(name);
  if (known) return known;
  const loading = makeEncoder(name, load);
  encoders.set(name, loading);
  // So that a later call tries again.
  loading.catch(() => encoders.delete(name));
  return loading;
}

async function makeEncoder(name: EncodingName, load: RanksLoader): Promise<Encoder> {
  let ranks: TokenRanks;
  try {
    ranks = (await load()).default;
  } catch (error) {
    throw new MissingTokenizerError(error);
  }
  return Encoder.from(name, ranks);
}

export { createLocalCounter } from "./counter.js";
export { MissingTokenizerError } from "./tokenizer.js";
export type {
  LeftOut,
  LocalCounter,
  LocalCounterOptions,
  LocalCountOptions,
  LocalTokenCount,
  Tokenizer,
} from "./types.js";

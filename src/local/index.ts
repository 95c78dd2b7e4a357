export { createLocalCounter } from "./counter.js";
export {
  type AskingCounter,
  createHybridCounter,
  type HybridCounter,
  type HybridCounterOptions,
  type HybridCountOptions,
  type HybridResult,
  type HybridTokenCount,
} from "./hybrid-counter.js";
export {
  type CountedTokens,
  describeModelUse,
  fits,
  type ModelUse,
  type ModelUseOptions,
} from "./model-use.js";
export { MissingTokenizerError } from "./tokenizer.js";
export type {
  LeftOut,
  LocalCounter,
  LocalCounterOptions,
  LocalCountOptions,
  LocalTokenCount,
  Tokenizer,
  TokenPart,
  TokenPartKind,
  TokenRange,
} from "./types.js";

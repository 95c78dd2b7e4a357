import { countRequest } from "./count-request.js";
import { loadTokenizer } from "./tokenizer.js";
import type { LocalCounter, LocalCounterOptions, Tokenizer } from "./types.js";

/**
 * Makes a counter that estimates input tokens offline, without a key.
 *
 * The rules follow OpenAI's published harmony format and its guide to image costs; README.md lists them.
 *
 * @example
 * const counter = createLocalCounter();
 * const { input_tokens } = await counter.count({ model: "gpt-5", input: "Tell me a joke." }); // 11
 */
export function createLocalCounter(options: LocalCounterOptions = {}): LocalCounter {
  let loading: Promise<Tokenizer> | undefined;

  return {
    async count(body, { signal } = {}) {
      signal?.throwIfAborted();
      loading ??= options.tokenizer ? Promise.resolve(options.tokenizer) : loadTokenizer();
      const tokenizer = await loading.catch((error: unknown) => {
        loading = undefined; // so that a later call tries again
        throw error;
      });
      signal?.throwIfAborted();
      const { tokens, leftOut } = countRequest(body, tokenizer);
      return { object: "response.input_tokens", input_tokens: tokens, estimate: true, left_out: leftOut };
    },
  };
}

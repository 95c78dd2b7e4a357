import { describe, expect, test } from "@jest/globals";
import { loadTokenizer } from "../../src/local/tokenizer.js";

describe("loadTokenizer", () => {
  test("says what to install when the package is missing", async () => {
    const missing = loadTokenizer(() => Promise.reject(new Error("Cannot find package")));
    await expect(missing).rejects.toMatchObject({
      name: "MissingTokenizerError",
      message:
        "The local counter needs the optional package gpt-tokenizer. " +
        "Install it (npm install gpt-tokenizer@4) or pass createLocalCounter({ tokenizer }).",
    });
  });

  test("empties the cache, which keeps bodies in memory, once in a while", async () => {
    let cleared = 0;
    const count = await loadTokenizer(async () => ({
      countTokens: () => 1,
      clearMergeCache: () => void cleared++,
    }));
    for (let call = 0; call < 9; call++) count("x".repeat(100_000));
    expect(cleared).toBe(2);
  });
});

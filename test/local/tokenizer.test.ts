import { describe, expect, test } from "@jest/globals";
import { loadEncoder } from "../../src/local/tokenizer.js";

describe("loadEncoder", () => {
  test("says what to install when the package is missing, and tries again later", async () => {
    const missing = loadEncoder("cl100k_base", () => Promise.reject(new Error("Cannot find package")));
    await expect(missing).rejects.toMatchObject({
      name: "MissingTokenizerError",
      message:
        "The local counter needs the optional package gpt-tokenizer. " +
        "Install it (npm install gpt-tokenizer@4) or pass createLocalCounter({ tokenizer }).",
    });
    expect((await loadEncoder("cl100k_base")).name).toBe("cl100k_base");
  });

  test("makes the encoder of an encoding once", async () => {
    expect(await loadEncoder("o200k_base")).toBe(await loadEncoder("o200k_base"));
  });
});

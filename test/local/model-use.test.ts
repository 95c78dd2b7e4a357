import { describe, expect, test } from "@jest/globals";
import { describeModelUse, fits } from "../../src/local/index.js";
import * as models from "gpt-tokenizer/models";

const { context_window: context, max_input_tokens: input, price_data: price } = models["gpt-5"];

describe("describeModelUse", () => {
  test("tells share and price by the tokenizer package's own data", async () => {
    expect(await describeModelUse({ input_tokens: 40_000 }, { model: "gpt-5" })).toEqual({
      context,
      share: 40_000 / context,
      fits: true,
      price: (40_000 * price.main.input) / 1e6,
    });
  });

  test("knows a model by its dated name, and a date that the package does not know by the model", async () => {
    const use = await describeModelUse({ input_tokens: 1 }, { model: "gpt-5" });
    expect(await describeModelUse({ input_tokens: 1 }, { model: "gpt-5-2025-08-07" })).toEqual(use);
    expect(await describeModelUse({ input_tokens: 1 }, { model: "gpt-5-2031-01-01" })).toEqual(use);
  });

  test.each(["gpt-99", "", "toString", "models"])("knows nothing of %j", async (model) => {
    expect(await describeModelUse({ input_tokens: 1 }, { model })).toBeUndefined();
  });
});

describe("fits", () => {
  test.each<[string, number, [number, number | null] | undefined, number, boolean | null]>([
    ["a small count", 10, undefined, 0, true],
    ["a count of the longest input", input, undefined, 0, true],
    ["a count beyond it", input + 1, undefined, 0, false],
    ["a count that leaves no room for the answer", 300_000, undefined, context - 100, false],
    ["a range on both sides", input, [input - 1, input + 1], 0, null],
    ["a range without upper end", 10, [10, null], 0, null],
    ["a range wholly beyond", input, [input + 1, null], 0, false],
  ])("judges %s", async (_, input_tokens, range, reserve, verdict) => {
    expect(await fits({ input_tokens, range }, { model: "gpt-5", reserve })).toBe(verdict);
  });

  test("does not know a model that the package does not know", async () => {
    expect(await fits({ input_tokens: 1 }, { model: "gpt-99" })).toBeNull();
  });
});

import { describe, expect, test } from "@jest/globals";
import { didYouMean } from "../../../src/validate/words/did-you-mean.js";

const known = ["store", "stream", "user", "tools", "text"];

describe("didYouMean", () => {
  test.each([
    ["usr", " Did you mean 'user'?"],
    ["stre", " Did you mean 'store' or 'stream'?"],
    ["tolos", " Did you mean 'tools'?"],
    ["txet", " Did you mean 'text'?"],
    ["metadata", ""],
    ["usability", ""],
  ])("answers %s with%s", (unknown, words) => {
    expect(didYouMean(unknown, known, {})).toBe(words);
  });

  test("leaves out what the object has already", () => {
    expect(didYouMean("stre", known, { stre: 1, store: 2 })).toBe(" Did you mean 'stream'?");
  });

  test("puts the nearest first, and equals in alphabetical order", () => {
    expect(didYouMean("abc", ["abxy", "abcd", "abce"], {})).toBe(" Did you mean 'abcd' or 'abce' or 'abxy'?");
  });
});

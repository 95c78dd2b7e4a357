import { describe, expect, test } from "@jest/globals";
import type { Accepts } from "../../../generated/validators.js";
import { wordValue } from "../../../src/validate/words/word-value.js";

const text = { expected: "a string" };

/** A value, what its place accepts, and the code and words that follow "Invalid 'user'". */
const limits: [unknown, Partial<Accepts>, string, string][] = [
  [
    "",
    { minLength: 1 },
    "empty_string",
    ": empty string. Expected a string with minimum length 1, but got an empty string",
  ],
  [
    "x",
    { minLength: 2 },
    "string_below_min_length",
    ": string too short. Expected a string with minimum length 2, but got a string with length 1",
  ],
  [
    "xxx",
    { maxLength: 2 },
    "string_above_max_length",
    ": string too long. Expected a string with maximum length 2, but got a string with length 3",
  ],
  [
    "😀ab",
    { maxLength: 2 },
    "string_above_max_length",
    ": string too long. Expected a string with maximum length 2, but got a string with length 3",
  ],
  [
    0,
    { integer: true, minimum: 1 },
    "integer_below_min_value",
    ": integer below minimum value. Expected a value >= 1, but got 0",
  ],
  [
    51,
    { integer: true, maximum: 50 },
    "integer_above_max_value",
    ": integer above maximum value. Expected a value <= 50, but got 51",
  ],
  [
    -0.5,
    { minimum: 0 },
    "decimal_below_min_value",
    ": decimal below minimum value. Expected a value >= 0, but got -0.5",
  ],
  [
    2.1,
    { maximum: 2 },
    "decimal_above_max_value",
    ": decimal above maximum value. Expected a value <= 2, but got 2.1",
  ],
];

const kinds: [unknown, string][] = [
  ["x", "a string"],
  [1, "an integer"],
  [0.5, "a decimal number"],
  [NaN, "NaN"],
  [true, "a boolean"],
  [[], "an array"],
  [{}, "an object"],
  [null, "null"],
  [1n, "a bigint"],
  [Symbol("x"), "a symbol"],
  [() => 1, "a function"],
];

describe("wordValue", () => {
  test.each(limits)("words what breaks a limit: %j in %j", (value, accepts, code, words) => {
    const message = `Invalid 'user'${words} instead.`;
    expect(wordValue(value, { ...text, ...accepts }, "user", false)).toEqual({ code, message });
  });

  test("words a text of another pattern, and what is no URL", () => {
    const pattern = { ...text, pattern: "^\\w+$", maxLength: 9 };
    expect(wordValue("a b", pattern, "user", false)).toEqual({
      code: "invalid_value",
      message:
        "Invalid 'user': string does not match pattern. Expected a string that matches the pattern '^\\w+$'.",
    });
    expect(wordValue("a.png", { ...text, format: "uri" }, "user", false)).toEqual({
      code: "invalid_value",
      message: "Invalid 'user'. Expected a valid URL, but got a value with an invalid format.",
    });
  });

  test.each(kinds)("names the kind of %p", (value, words) => {
    const message = `Invalid type for 'user': expected a thing, but got ${words} instead.`;
    expect(wordValue(value, { expected: "a thing" }, "user", false)).toEqual({
      code: "invalid_type",
      message,
    });
  });

  test("calls the null of a top-level field an object", () => {
    const { message } = wordValue(null, text, "user", true);
    expect(message).toBe("Invalid type for 'user': expected a string, but got an object instead.");
  });

  test("lists one, two and more values of an enumeration", () => {
    const words = (values: string[]): string =>
      wordValue("V", { ...text, enum: values }, "user", false).message;
    expect(words(["a"])).toBe("Invalid value: 'V'. Supported values are: 'a'.");
    expect(words(["a", "b"])).toBe("Invalid value: 'V'. Supported values are: 'a' and 'b'.");
    expect(words(["a", "b", "c"])).toBe("Invalid value: 'V'. Supported values are: 'a', 'b', and 'c'.");
  });

  test("cuts a long value, never inside a character", () => {
    const { message } = wordValue("😀".repeat(100), { ...text, enum: ["a"] }, "user", false);
    expect(message).toBe(`Invalid value: '${"😀".repeat(30)}...'. Supported values are: 'a'.`);
  });
});

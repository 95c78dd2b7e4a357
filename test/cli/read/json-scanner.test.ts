import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findJsonFault } from "../../../src/cli/read/json-scanner.js";

describe("findJsonFault", () => {
  test.each([
    ["", 0, "The text ends too early. Expected a JSON value."],
    ["{", 1, "The text ends too early. Expected a member name in double quotes."],
    ['{"a": 1,}', 8, "Expected a member name in double quotes."],
    ["{'a': 1}", 1, "Expected a member name in double quotes."],
    ['{"a" 1}', 5, "Expected ':' after the member name."],
    ['{"a": x}', 6, "Expected a JSON value."],
    ["[1 2]", 3, "Expected ',' or ']'."],
    ["[1,]", 3, "Expected a JSON value."],
    ['{"a": "b', 8, "The text ends too early. The string is not closed."],
    ['["a\nb"]', 3, "The string has a control character, which JSON wants escaped."],
    ['["\\x"]', 2, "The string has an escape that JSON does not know."],
    ["[01]", 2, "Expected ',' or ']'."],
    ["{} {}", 3, "Expected the end of the text after the JSON value."],
    ['{"a": 1} // no', 9, "Expected the end of the text after the JSON value."],
  ])("finds the fault of %j", (text, offset, message) => {
    expect(findJsonFault(text)).toEqual({ offset, message });
  });

  test("finds a place in every text that JSON.parse refuses", () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", '"', "x", "\\", "\u0001"))
      .map(
        ([text, at, sign]) =>
          text.slice(0, at % (text.length + 1)) + sign + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(broken, (text) => {
        try {
          JSON.parse(text);
        } catch {
          expect(findJsonFault(text).message).not.toBe("The text is not valid JSON.");
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("does not mind depth or length", () => {
    expect(findJsonFault("[".repeat(100_000)).offset).toBe(100_000);
    expect(findJsonFault(`["${"x".repeat(5_000_000)}"`).message).toBe(
      "The text ends too early. Expected ',' or ']'.",
    );
  });
});

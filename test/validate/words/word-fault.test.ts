import { describe, expect, test } from "@jest/globals";
import type { Fault, Size, Tags } from "../../../generated/validators.js";
import type { ValidationIssue } from "../../../src/validate/index.js";
import { wordFault } from "../../../src/validate/words/word-fault.js";

/** A size, its limits, and the code and words that follow "Invalid 'tools'". */
const sizes: [number, Size, string, string][] = [
  [
    0,
    { minItems: 1 },
    "empty_array",
    ": empty array. Expected an array with minimum length 1, but got an empty array",
  ],
  [
    1,
    { minItems: 2 },
    "array_below_min_length",
    ": array too short. Expected an array with minimum length 2, but got an array with length 1",
  ],
  [
    3,
    { maxItems: 2 },
    "array_above_max_length",
    ": array too long. Expected an array with maximum length 2, but got an array with length 3",
  ],
  [
    17,
    { maxProperties: 16 },
    "object_above_max_properties",
    ": too many properties. Expected an object with at most 16 properties, but got an object with 17 properties",
  ],
];

const tags: Tags = { tag: "type", values: ["a", "b"] };

/** The issue of a tag at `input[0].type`. */
function tag(value: unknown, more: Partial<Tags> = {}): ValidationIssue {
  return wordFault({ kind: "tag", path: ["type", 0, "input"], value, tags: { ...tags, ...more } });
}

/** The issue of a value at a path, which faults carry from the place up to the root. */
function value(given: unknown, path: (string | number)[]): ValidationIssue {
  const isItem = typeof path.at(-1) === "number";
  return wordFault({
    kind: "value",
    path: [...path].reverse(),
    value: given,
    accepts: { expected: "a string" },
    isItem,
  });
}

describe("wordFault", () => {
  test("gives code, message, param and path of a value", () => {
    expect(value(5, ["input", 2, "content"])).toEqual({
      code: "invalid_type",
      message: "Invalid type for 'input[2].content': expected a string, but got an integer instead.",
      param: "input[2].content",
      path: ["input", 2, "content"],
    });
  });

  test("calls a hole of an array null, and a missing member missing", () => {
    const hole = "Invalid type for 'tools[3]': expected a string, but got null instead.";
    expect(value(undefined, ["tools", 3]).message).toBe(hole);
    expect(value(undefined, ["tools", 3, "name"]).message).toBe(
      "Missing required parameter: 'tools[3].name'.",
    );
  });

  test("cuts a long name", () => {
    expect(value(5, ["x".repeat(100)]).param).toBe(`${"x".repeat(61)}...`);
  });

  test.each(sizes)("words a size of %j within %j", (size, limits, code, words) => {
    const message = `Invalid 'tools'${words} instead.`;
    const fault: Fault = { kind: "size", path: ["tools"], size, limits };
    expect(wordFault(fault)).toEqual({ code, message, param: "tools", path: ["tools"] });
  });

  test("words an unknown key, and an object that needs one of several members", () => {
    expect(wordFault({ kind: "key", path: ["usr"], keys: ["user"], object: { usr: 1 } })).toMatchObject({
      code: "unknown_parameter",
      message: "Unknown parameter: 'usr'. Did you mean 'user'?",
    });
    expect(wordFault({ kind: "presence", path: [0, "tools"], keys: ["a", "b"] })).toMatchObject({
      code: "missing_required_parameter",
      message: "Missing required parameter: 'tools[0]' needs one of 'a' or 'b'.",
    });
  });

  test("names an unknown tag at the tag, or at the object where the union says so", () => {
    const message = "Invalid value: 'c'. Supported values are: 'a' and 'b'.";
    const issue = { code: "invalid_value", message, path: ["input", 0, "type"] };
    expect(tag("c")).toEqual({ ...issue, param: "input[0].type" });
    expect(tag("c", { namesObject: true })).toEqual({ ...issue, param: "input[0]" });
    for (const none of [undefined, 5]) {
      expect(tag(none, { namesObject: true }).message).toBe(
        "Invalid value: ''. Supported values are: 'a' and 'b'.",
      );
    }
  });

  test("names a missing tag, and one of the wrong kind", () => {
    expect(tag(undefined).message).toBe("Missing required parameter: 'input[0].type'.");
    const start = "Invalid type for 'input[0].type': expected";
    expect(tag(5).message).toBe(`${start} one of 'a' or 'b', but got an integer instead.`);
    expect(tag(null, { values: ["a"] }).message).toBe(`${start} 'a', but got null instead.`);
  });

  test("names the tag of a sibling union at the object, and lists both unions for a tag of neither", () => {
    const siblings = ["c"];
    const known = "Invalid value: 'c'. Supported values are: 'a' and 'b'.";
    expect(tag("c", { siblings })).toMatchObject({ param: "input[0]", message: known });
    const unknown = "Invalid value: 'd'. Supported values are: 'a', 'b', and 'c'.";
    expect(tag("d", { siblings })).toMatchObject({ param: "input[0].type", message: unknown });
  });

  test("cuts the place of a body that is too deep", () => {
    const { code, message } = wordFault({
      kind: "depth",
      levels: 500,
      path: Array.from({ length: 500 }, () => "filters"),
    });
    const place = `${"filters.".repeat(10).slice(0, 77)}...`;
    const words = "nested too deeply. Expected at most 500 levels, but got more.";
    expect({ code, message }).toEqual({ code: "invalid_value", message: `Invalid '${place}': ${words}` });
  });
});

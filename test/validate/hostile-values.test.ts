import { describe, expect, test } from "@jest/globals";
import { isRequest, toErrorBody, validateRequest, validateResponse } from "../../src/validate/index.js";
import { exotic, places, sparse } from "../support/exotic.js";
import { allSettings, answer, fail, firstIssue } from "../support/hostile.js";

const message = { role: "user", content: "Hi" };

describe("validateRequest", () => {
  test.each(Object.entries(exotic))("gives an answer for %s, wherever it stands", (_name, make) => {
    for (const put of Object.values(places)) answer(put(make()));
  });

  test.each([
    ["an object without prototype", "an item"],
    ["an inherited object", "an item"],
    ["an object of another realm", "an item"],
    ["an array of another realm", "input"],
    ["a class instance", "an item"],
    ["a frozen object", "an item"],
    ["a proxy", "an item"],
    ["a lone surrogate", "content"],
    ["own keys of every object", "headers"],
  ])("takes %s as %s where its members are right", (value, place) => {
    const expected = value !== "own keys of every object";
    expect(isRequest(places[place]?.(exotic[value]?.()))).toBe(expected);
  });

  test("calls an own __proto__ an unknown key like any other", () => {
    const body: unknown = JSON.parse('{"__proto__": {"input": 5}, "constructor": 1, "input": "Hi"}');
    expect(answer(body).ok).toBe(true);
    const result = validateRequest(body, { unknownKeys: "reject", maxIssues: 5 });
    expect(result.ok ? [] : result.issues.map(({ param }) => param)).toEqual(["__proto__", "constructor"]);
    const headers: unknown = JSON.parse('{"__proto__": 5}');
    expect(firstIssue(answer(places["headers"]?.(headers)))?.param).toBe("tools[0].headers.__proto__");
  });

  test("calls no number what JSON cannot say", () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      expect(firstIssue(answer(places["a limit"]?.(value)))).toEqual({
        code: "invalid_type",
        param: "tools[0].max_num_results",
      });
    }
    expect(firstIssue(answer(places["a limit"]?.(-0)))?.code).toBe("integer_below_min_value");
  });

  test("answers an array of 2 ** 32 - 1 holes at once, and says that it is too large", () => {
    for (const body of [
      { input: sparse() },
      { tools: sparse() },
      { input: [{ role: "assistant", content: sparse() }] },
    ]) {
      const result = validateRequest(body, { maxIssues: 7 });
      expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
        expect.stringContaining("too large. Expected at most 1000000 members in all arrays and maps"),
      ]);
    }
  });

  test("takes every combination of settings, senseless ones too", () => {
    const settings = allSettings([0, 1, 1.5, 2, 10, 10_000, 1e9, -5, NaN, Infinity, -Infinity]);
    for (const body of [
      { input: "Hi" },
      { input: [{ ...message, later: 1 }], later: 1 },
      { input: [{ role: "robot" }, 5, { type: "later" }] },
      null,
    ]) {
      answer(body, settings);
    }
    // A caller without types may pass null.
    expect(validateRequest({ input: 5 }, null as unknown as undefined).ok).toBe(false);
  });

  test("is unharmed by checks that a getter starts, in whatever way", () => {
    const settings = [undefined, ...allSettings([1, 50])];
    const trigger = { type: "compaction_trigger" };
    for (const outer of settings) {
      for (const inner of settings) {
        const body = (content: () => unknown) => ({ input: [trigger, { role: "user", get content() { return content(); } }] }); // prettier-ignore
        for (const other of [
          { input: "Hi" },
          { input: [5, { role: "robot" }], later: 1 },
          {
            input: [
              {
                get role() {
                  return fail();
                },
              },
            ],
          },
        ]) {
          // prettier-ignore
          const nested = body(() => (validateRequest(other, inner).ok, isRequest(other), validateResponse(other), "Hi"));
          expect(firstIssue(validateRequest(nested, outer))?.param).toBe("input[0]");
        }
      }
    }
    expect(validateRequest({ input: [message] }).ok).toBe(true);
  });

  test("changes nothing: a frozen body gets the same answer", () => {
    const body = Object.freeze({
      input: Object.freeze([Object.freeze({ role: "robot" }), Object.freeze({ ...message })]),
    });
    expect(firstIssue(answer(body))?.param).toBe("input[0]");
  });
});

describe("toErrorBody", () => {
  test("words every exotic value as plain JSON", () => {
    for (const make of Object.values(exotic)) {
      const result = validateRequest({ input: make() });
      if (result.ok) continue;
      const body = toErrorBody(result.issues);
      expect(JSON.parse(JSON.stringify(body))).toEqual(body);
    }
  });
});

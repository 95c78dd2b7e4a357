import { describe, expect, test } from "@jest/globals";
import { simplify } from "../../../scripts/documents/simplify.js";

describe("simplify", () => {
  test("drops extensions at any depth", () => {
    expect(simplify({ "x-expected": "a text", items: { type: "string", "x-since": "2026-08" } })).toEqual({
      items: { type: "string" },
    });
  });

  test("gives each of several types a branch with what is asked of it", () => {
    expect(
      simplify({ type: ["string", "number", "boolean"], maxLength: 5, description: "One value." }),
    ).toEqual({
      description: "One value.",
      anyOf: [{ type: "string", maxLength: 5 }, { type: "number" }, { type: "boolean" }],
    });
  });

  test("leaves null beside a type, which every validator knows", () => {
    expect(simplify({ type: ["string", "null"] })).toEqual({ type: ["string", "null"] });
  });

  test("spells the format as what is checked of it, without a look at the rest of the text", () => {
    const { pattern = "", format } = simplify({ type: "string", format: "uri" });
    expect(format).toBeUndefined();
    for (const text of ["https://example.com", "data:image/png;base64,AA", "a:"])
      expect(text).toMatch(new RegExp(pattern));
    for (const text of ["", "example.com", ":", "1a:"]) expect(text).not.toMatch(new RegExp(pattern));
  });

  test("refuses a format that it cannot spell", () => {
    expect(() => simplify({ type: "string", format: "date" })).toThrow(
      "The format date has no pattern; add one.",
    );
  });

  test("names the members that a condition asks for", () => {
    expect(simplify({ anyOf: [{ required: ["a"] }] })).toEqual({
      anyOf: [{ required: ["a"], properties: { a: {} } }],
    });
  });
});

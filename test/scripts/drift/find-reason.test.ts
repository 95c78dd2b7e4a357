import { describe, expect, test } from "@jest/globals";
import type { Difference } from "../../../scripts/drift/compare/difference.js";
import { findReason } from "../../../scripts/drift/compare/find-reason.js";
import type { Edition } from "../../../scripts/drift/compare/find-reason.js";

function createDifference(since: string): Difference {
  const place = "personality";
  return {
    side: "request",
    place,
    places: [place],
    what: "only ours",
    ours: "optional string",
    upstream: undefined,
    effect: "accept",
    notes: { since },
  };
}

describe("findReason", () => {
  test.each([
    ["7.60", { kind: "sdk", version: "7.57.0" }, true],
    ["7.57", { kind: "sdk", version: "7.57.0" }, false],
    ["openai@7.9.1", { kind: "sdk", version: "7.10.0" }, false],
    ["openai@7.57.0", { kind: "document" }, true],
    ["2026-08-21", { kind: "sdk", version: "6.39.1" }, true],
    ["2026-08-21", { kind: "document" }, false],
  ] as const)("x-since %s explains what is missing from %o: %s", (since, edition, isExplained) => {
    const reason = findReason(createDifference(since), edition);
    expect(reason).toBe(isExplained ? `newer than this source: x-since ${since}` : undefined);
  });

  const since = { max: "2026-08", gif: "7.57", required: "2026-08", default: "7.57", maxLength: "7.57" };
  const [old, document] = [{ kind: "sdk", version: "6.39.1" }, { kind: "document" }] as const;

  test.each<[string, Partial<Difference>, Edition, string | undefined]>([
    ["a named value", { what: "values", ours: '"max"' }, old, "2026-08"],
    ["several named values", { what: "values", ours: '"max" | "gif"' }, old, "2026-08, 7.57"],
    ["a value with no name beside one with", { what: "values", ours: '"max" | "svg"' }, old, undefined],
    ["a value that this source should have", { what: "values", ours: '"max"' }, document, undefined],
    ["any string in place of values", { what: "values", ours: "any string" }, old, undefined],
    ["what may be left out", { what: "required", ours: undefined, upstream: "" }, old, "2026-08"],
    ["what is required again", { what: "required", ours: "", effect: "refuse" }, old, undefined],
    ["a named limit", { what: "limit", ours: "maxLength 64" }, document, "7.57"],
    ["another limit", { what: "limit", ours: "minLength 1" }, document, undefined],
    ["a default that has moved on", { what: "default", ours: "2", upstream: "1" }, document, "7.57"],
    ["a property that is no named fact", { what: "only ours", ours: "optional string" }, old, undefined],
  ])("x-since by fact, and %s", (_, change, edition, expected) => {
    const reason = findReason({ ...createDifference("x"), notes: { since }, ...change }, edition);
    expect(reason).toBe(expected === undefined ? undefined : `newer than this source: x-since ${expected}`);
  });

  test("x-since explains a difference before x-deviation does", () => {
    const notes = { since: "7.57", deviation: "Clients send it." };
    expect(findReason({ ...createDifference("x"), notes }, old)).toBe("newer than this source: x-since 7.57");
    expect(findReason({ ...createDifference("x"), notes }, { kind: "sdk", version: "7.57.0" })).toBe(
      "Clients send it.",
    );
  });
});

import { describe, expect, test } from "@jest/globals";
import type { Difference } from "../../../scripts/drift/compare/difference.js";
import { findReason } from "../../../scripts/drift/compare/find-reason.js";

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
});

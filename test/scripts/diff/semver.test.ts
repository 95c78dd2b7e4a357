import { describe, expect, test } from "@jest/globals";
import { bumpVersion, compareVersions, largerStep, parseVersion } from "../../../scripts/diff/semver.js";

describe("bumpVersion", () => {
  test.each([
    ["1.2.3", "none", "1.2.3"],
    ["1.2.3", "patch", "1.2.4"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "major", "2.0.0"],
    ["0.2.3", "major", "0.3.0"],
  ] as const)("%s, %s step: %s", (version, step, expected) => {
    expect(bumpVersion(version, step)).toBe(expected);
  });
});

describe("compareVersions", () => {
  test("compares numbers, not text", () => {
    expect(compareVersions("1.9.0", "1.10.0")).toBeLessThan(0);
    expect(compareVersions("2.0.0", "1.10.0")).toBeGreaterThan(0);
    expect(compareVersions("1.0.0-beta.1", "1.0.0")).toBe(0);
  });
});

describe("parseVersion", () => {
  test("refuses what is no version", () => {
    expect(parseVersion("1.0")).toBeUndefined();
    expect(parseVersion("no version")).toBeUndefined();
  });
});

describe("largerStep", () => {
  test("gives the larger one", () => {
    expect(largerStep("patch", "minor")).toBe("minor");
    expect(largerStep("major", "none")).toBe("major");
  });
});

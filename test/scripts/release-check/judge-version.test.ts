import { describe, expect, test } from "@jest/globals";
import { judgeVersion } from "../../../scripts/release-check/check-version.js";

const good = {
  version: "1.1.0",
  documentVersion: "1.1.0",
  releasedVersion: "1.0.0",
  changelog: "# Changelog\n\n## 1.1.0\n\n- `size` is new.\n\n## 1.0.0\n\n- First.\n",
};

describe("judgeVersion", () => {
  test("passes when package, document and changelog agree", () => {
    expect(judgeVersion(good)).toEqual({ ok: true, line: "1.1.0, told in CHANGELOG.md" });
    expect(judgeVersion({ ...good, changelog: "## [1.1.0] - 2026-11-23\n- x" }).ok).toBe(true);
    expect(judgeVersion({ ...good, releasedVersion: undefined }).ok).toBe(true);
  });

  test.each([
    [
      { ...good, documentVersion: "1.0.0" },
      "openapi/openapi.yaml: info.version is 1.0.0, package.json says 1.1.0",
    ],
    [{ ...good, releasedVersion: "1.1.0" }, "package.json: 1.1.0 is not newer than the last release, 1.1.0"],
    [{ ...good, changelog: undefined }, "CHANGELOG.md is missing"],
    [{ ...good, changelog: "## 1.1.0\n\n## 1.0.0\n- First." }, "CHANGELOG.md: nothing is listed under 1.1.0"],
  ])("says what to do", (facts, line) => {
    expect(judgeVersion(facts)).toEqual({ ok: false, line, details: [] });
  });
});

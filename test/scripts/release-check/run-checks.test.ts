import { describe, expect, test } from "@jest/globals";
import { runChecks } from "../../../scripts/release-check/run-checks.js";

describe("runChecks", () => {
  test("prints one line a check, then the details of failed ones", async () => {
    const lines: string[] = [];
    const code = await runChecks(
      [
        { name: "size", run: () => Promise.resolve({ ok: true, line: "small" }) },
        { name: "version", run: () => Promise.resolve({ ok: false, line: "wrong", details: ["more"] }) },
        { name: "diff", run: () => Promise.reject(new Error("no document\n  at stack")) },
      ],
      (line) => lines.push(line),
    );
    expect(code).toBe(1);
    expect(lines).toEqual([
      "ok    size     small",
      "FAIL  version  wrong",
      "FAIL  diff     no document",
      "\nversion:",
      "  more",
    ]);
  });
});

import { describe, expect, test } from "@jest/globals";
import { computeRetryDelay } from "../../src/client/retry-policy.js";

describe("computeRetryDelay", () => {
  test.each([
    [0, 375, 500],
    [1, 750, 1000],
    [3, 3000, 4000],
    [4, 6000, 8000],
    [50, 6000, 8000],
    [5000, 6000, 8000],
  ])("after %i retries is %i to %i ms", (retries, least, most) => {
    const delays = Array.from({ length: 200 }, () => computeRetryDelay(retries, undefined, 60_000));
    expect(Math.min(...delays)).toBeGreaterThan(least - 1);
    expect(Math.max(...delays)).toBeLessThanOrEqual(most);
    expect(new Set(delays).size).toBeGreaterThan(100);
  });

  test("is what the answer asks for, up to the cap", () => {
    expect(computeRetryDelay(0, new Headers({ "retry-after": "20" }), 60_000)).toBe(20_000);
    expect(computeRetryDelay(0, new Headers({ "retry-after": "61" }), 60_000)).toBe(60_000);
    expect(computeRetryDelay(9, undefined, 100)).toBe(100);
  });
});

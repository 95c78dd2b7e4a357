import { describe, expect, test } from "@jest/globals";
import { readRetryAfter } from "../../src/client/answer-facts.js";

describe("readRetryAfter", () => {
  test.each<[Record<string, string>, number | null]>([
    [{}, null],
    [{ "retry-after": "3" }, 3000],
    [{ "retry-after": " 1.5 " }, 1500],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after-ms": "12.5" }, 12.5],
    [{ "retry-after-ms": "0", "retry-after": "3" }, 0],
    [{ "retry-after-ms": "x", "retry-after": "3" }, 3000],
    [{ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
    [{ "retry-after": "" }, null],
    [{ "retry-after": "never" }, null],
    [{ "retry-after": "Infinity" }, null],
    [{ "retry-after": "-1" }, null],
    [{ "retry-after": "5, 10" }, null],
    [{ "retry-after": "2001-05-10" }, null],
    [{ "retry-after": "1e3" }, null],
    [{ "retry-after": "Sunday, 06-Nov-94 08:49:37 GMT" }, 0],
    [{ "retry-after": "Sun Nov  6 08:49:37 1994" }, 0],
  ])("reads %j as %p", (headers, milliseconds) => {
    expect(readRetryAfter(new Headers(headers))).toBe(milliseconds);
  });

  test("reads a date to come as the time until then", () => {
    const value = readRetryAfter(new Headers({ "retry-after": new Date(Date.now() + 5000).toUTCString() }));
    expect(value).toBeGreaterThan(3500);
    expect(value).toBeLessThanOrEqual(5000);
  });
});

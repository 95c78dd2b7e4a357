import { describe, expect, test } from "@jest/globals";
import { parseFuzzArguments } from "../../scripts/fuzz/arguments.js";

describe("parseFuzzArguments", () => {
  test("takes seed, bodies and seconds", () => {
    expect(parseFuzzArguments(["--seed", "7", "--bodies", "100", "--seconds", "3", "--markdown"])).toEqual({
      seed: 7,
      bodies: 100,
      seconds: 3,
      markdown: true,
      help: false,
    });
  });

  test("compares a million bodies for four minutes when nothing is said, from a seed of the clock", () => {
    const { seed, ...rest } = parseFuzzArguments([]);
    expect(rest).toEqual({ bodies: 1_000_000, seconds: 240, markdown: false, help: false });
    expect(Number.isSafeInteger(seed)).toBe(true);
  });

  test("refuses what is no count", () => {
    expect(() => parseFuzzArguments(["--bodies", "many"])).toThrow(
      new Error('--bodies takes a whole number, but got "many".'),
    );
    expect(() => parseFuzzArguments(["--deep"])).toThrow("--deep");
  });
});

import { describe, expect, test } from "@jest/globals";
import { listAuthored } from "./support/authored.js";

/** Lines; a longer file says why it is one, in a comment line that starts with these words. */
const LONGEST = 250;
const REASON = /^\s*(?:\/\/|#|\*|\/\*\*?) One file since /m;

describe("the authored files", () => {
  test(`have at most ${LONGEST} lines, or a reason in them`, () => {
    const files = listAuthored("src", "scripts", "openapi", "test").map(({ path, text }) => ({
      path,
      text,
      lines: text.split("\n").length - 1,
    }));
    expect(files.length).toBeGreaterThan(200);
    expect(
      files
        .filter(({ lines, text }) => lines > LONGEST && !REASON.test(text))
        .map(({ path, lines }) => `${path}: ${lines}`),
    ).toEqual([]);
  });
});

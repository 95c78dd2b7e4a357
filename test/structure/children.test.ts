import { describe, expect, test } from "@jest/globals";
import { listAuthored } from "./support/authored.js";

const STARTS = /^import .*"node:child_process";$/m;
/** Programs that are copied beside somebody else's tool, and started with a plain environment, which theirs inherit. */
const COPIED = "scripts/ecosystem/programs/";
const OWN_ENVIRONMENT = /from "[^"]*\/child-environment\.js"/;

describe("the authored files", () => {
  test("start no process with the terminal's own environment", () => {
    const starters = listAuthored("scripts", "test").filter(
      ({ path, text }) => STARTS.test(text) && !path.startsWith(COPIED),
    );
    expect(starters.length).toBeGreaterThan(5);
    expect(starters.filter(({ text }) => !OWN_ENVIRONMENT.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { createComplaint } from "../../scripts/fuzz/complain.js";
import type { JsonObject } from "../../scripts/fuzz/json.js";
import { validateRequest, type ValidateOptions } from "../../src/validate/index.js";

/** A body that a validator of ours once judged or named wrongly, or that is easily so. */
interface Case {
  about: string;
  body: JsonObject;
  options: ValidateOptions;
  /** Where the issues stand; none means that the body is valid. */
  places: (string | number)[][];
}

const cases = JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf8")) as Case[];
const complain = await createComplaint();

describe("validateRequest", () => {
  test.each(cases)("$about", ({ body, options, places }) => {
    const result = validateRequest(body, options);
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toEqual(places);
    expect(complain(body)).toBeUndefined();
  });
});

import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { isRequest, validateRequest, type ValidationIssue } from "../../src/validate/index.js";
import { freeze, type JsonObject } from "../support/json.js";

interface Case {
  name: string;
  body: JsonObject;
}

/** What widely used clients send: the practice notes beside the reference, as bodies. */
const { accepted, later, unknown, refused } = JSON.parse(
  readFileSync(new URL("../fixtures/practice.json", import.meta.url), "utf8"),
) as {
  accepted: Case[];
  later: Case[];
  unknown: (Case & { param: string })[];
  refused: (Case & { issue: ValidationIssue })[];
};

describe("validateRequest", () => {
  test.each(accepted)("accepts $name", ({ body }) => {
    expect(validateRequest(freeze(body))).toEqual({ ok: true, value: body });
    expect(isRequest(body)).toBe(true);
    expect(validateRequest(body, { unknownKeys: "reject" })).toEqual({ ok: true, value: body });
  });

  test.each(later)("accepts $name when unknown types are allowed", ({ body }) => {
    expect(validateRequest(freeze(body), { unknownTypes: "allow" })).toEqual({ ok: true, value: body });
  });

  test.each(unknown)("ignores $name, unless unknown keys are refused", ({ body, param }) => {
    expect(validateRequest(freeze(body))).toEqual({ ok: true, value: body });
    const issue = {
      code: "unknown_parameter",
      message: expect.stringContaining(`Unknown parameter: '${param}'.`),
      param,
    };
    expect(validateRequest(body, { unknownKeys: "reject" })).toMatchObject({ ok: false, issues: [issue] });
  });

  test.each(refused)("refuses $name", ({ body, issue }) => {
    expect(validateRequest(freeze(body))).toEqual({ ok: false, issues: [issue] });
    expect(isRequest(body)).toBe(false);
  });
});

import { describe, expect, test } from "@jest/globals";
import { isRequest, validateRequest } from "../../src/validate/index.js";
import { schemaOf, tagsOf, taggedUnions } from "../support/document.js";
import { invalidBodies, listFixtures, readFixtures, validBodies } from "../support/fixtures.js";
import { freeze, type JsonObject } from "../support/json.js";
import { places } from "../support/places.js";

/** Chosen by role: its fixtures stand in `messages`, one file for each form. */
const BY_ROLE = ["Message"];
const FORMS = [
  "easy-input-message",
  "input-message",
  "item-reference",
  "response-output-message",
  "without-type",
];

describe("the fixtures", () => {
  const byTag = places.filter(({ folder }) => !["bodies", "messages"].includes(folder));

  test("stand for every union that a tag decides", () => {
    const named = byTag.map(({ union }) => (union === "ToolChoice" ? "ToolChoiceObject" : union));
    expect([...named, ...BY_ROLE].sort()).toEqual(taggedUnions().sort());
  });

  test.each(byTag)("have one file for each tag in $folder", ({ folder, union }) => {
    expect(listFixtures(folder).sort()).toEqual(tagsOf(union ?? "").sort());
  });

  test("have one file for each member of a request", () => {
    expect(listFixtures("bodies").sort()).toEqual(
      Object.keys(schemaOf("InputTokenCountParams").properties ?? {}).sort(),
    );
  });

  test("have one file for each form of a message", () => {
    expect(listFixtures("messages").sort()).toEqual(FORMS);
  });

  test.each(places)("are valid and invalid ones in $folder", ({ folder }) => {
    for (const name of listFixtures(folder)) {
      const { valid, invalid } = readFixtures(folder, name);
      expect([name, valid.length > 0, invalid.length > 0]).toEqual([name, true, true]);
    }
  });

  test.each(byTag)("hold the tag that names their file in $folder", ({ folder }) => {
    for (const name of listFixtures(folder)) {
      const tags = readFixtures(folder, name).valid.map((value) =>
        typeof value === "string" ? value : (value as JsonObject)["type"],
      );
      expect(new Set(tags)).toEqual(new Set([name]));
    }
  });
});

describe("validateRequest", () => {
  test.each(validBodies())("accepts $title", ({ body }) => {
    expect(validateRequest(freeze(body))).toEqual({ ok: true, value: body });
    expect(isRequest(body)).toBe(true);
    expect(validateRequest(body, { maxIssues: 100 })).toEqual({ ok: true, value: body });
  });

  test.each(invalidBodies())("refuses $title", ({ body, issue }) => {
    expect(validateRequest(freeze(body))).toEqual({ ok: false, issues: [issue] });
    expect(isRequest(body)).toBe(false);
    expect(validateRequest(body, { maxIssues: 100 })).toEqual({ ok: false, issues: [issue] });
  });
});

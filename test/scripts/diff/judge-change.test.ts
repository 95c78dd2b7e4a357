import { describe, expect, test } from "@jest/globals";
import { judgeChange } from "../../../scripts/diff/judge-change.js";
import { sayChange } from "../../../scripts/diff/say-change.js";
import { compareContracts } from "../../../scripts/drift/compare/compare-contracts.js";
import { readOperation } from "../../../scripts/drift/source/find-operation.js";
import type { Schema } from "../../../scripts/drift/wire/read-keywords.js";
import { createDocument } from "../drift/support/documents.js";

const B = "**Breaking:** ";

function say(before: Schema, after: Schema, isResponse: boolean): string[] {
  const wrap = (property: Schema): Schema => {
    const { required = [], ...schema } = property;
    return {
      type: "object",
      required,
      properties: { ...(Object.keys(schema).length > 0 ? { a: schema } : {}), z: {} },
    };
  };
  const read = (schema: Schema) =>
    readOperation(
      isResponse ? createDocument({ type: "object" }, wrap(schema)) : createDocument({ ...wrap(schema) }),
      "x",
    );
  return compareContracts(read(after), read(before)).map((difference) => sayChange(judgeChange(difference)));
}

const text = { type: "string" };
const needed = { ...text, required: ["a"] };

describe("judgeChange", () => {
  test.each<[string, Schema, Schema, string[]]>([
    ["a new optional property", {}, text, ["`a` is new: optional string."]],
    ["a new required property", {}, needed, [`${B}\`a\` is new: required string.`]],
    ["a property that is gone", text, {}, [`${B}\`a\` is gone: it was optional string.`]],
    ["a required property that is gone", needed, {}, [`${B}\`a\` is gone: it was required string.`]],
    ["a property that became required", text, needed, [`${B}\`a\` is required.`]],
    ["a property that became optional", needed, text, ["`a` may be left out."]],
    ["null that is taken", text, { type: ["string", "null"] }, ["`a` may be null."]],
    [
      "null that is not taken any more",
      { type: ["string", "null"] },
      text,
      [`${B}\`a\` may not be null any more.`],
    ],
    ["a wider type", text, { type: ["string", "integer"] }, ["`a` also takes integer."]],
    ["a narrower type", { type: ["string", "integer"] }, text, [`${B}\`a\` does not take integer any more.`]],
    ["a new value", { enum: ["x"] }, { enum: ["x", "y"] }, ['`a` also takes "y".']],
    [
      "a value that is gone",
      { enum: ["x", "y"] },
      { enum: ["x"] },
      [`${B}\`a\` does not take "y" any more.`],
    ],
    [
      "a list in place of any string",
      text,
      { enum: ["x"] },
      [`${B}\`a\` takes "x", where it was any string.`],
    ],
    [
      "a looser limit",
      { ...text, maxLength: 5 },
      { ...text, maxLength: 9 },
      ["`a` is limited: maxLength 9, where it was maxLength 5."],
    ],
    ["a new limit", text, { ...text, maxLength: 9 }, [`${B}\`a\` is limited: maxLength 9.`]],
    ["a limit that is gone", { ...text, maxLength: 9 }, text, ["`a` is free of maxLength 9."]],
    ["a new default", text, { ...text, default: "x" }, ['`a` has the default "x".']],
    ["a default that is gone", { ...text, default: "x" }, text, ['`a` has no default any more; it was "x".']],
    ["deprecation", text, { ...text, deprecated: true }, ["`a` is deprecated."]],
    [
      "a closed object",
      { type: "object", properties: { b: {} } },
      { type: "object", properties: { b: {} }, additionalProperties: false },
      [`${B}\`a\` is limited: no further properties.`],
    ],
  ])("in a request: %s", (_name, before, after, lines) => {
    expect(say(before, after, false)).toEqual(lines);
  });

  test.each<[string, Schema, Schema, string[]]>([
    ["a new property", {}, needed, ["`response.a` is new: required string."]],
    ["a property that is gone", text, {}, [`${B}\`response.a\` is gone: it was optional string.`]],
    ["a property that may be missing", needed, text, [`${B}\`response.a\` may be missing.`]],
    ["a property that may be null", text, { type: ["string", "null"] }, [`${B}\`response.a\` may be null.`]],
    ["a new value", { enum: ["x"] }, { enum: ["x", "y"] }, ['`response.a` also takes "y".']],
    [
      "an answer that is refused",
      text,
      { ...text, maxLength: 3 },
      [`${B}\`response.a\` is limited: maxLength 3.`],
    ],
  ])("in a response: %s", (_name, before, after, lines) => {
    expect(say(before, after, true)).toEqual(lines);
  });
});

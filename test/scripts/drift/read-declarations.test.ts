import { describe, expect, test } from "@jest/globals";
import { runDrift } from "../../../scripts/drift/run-drift.js";
import { DeclarationReader } from "../../../scripts/drift/wire/read-declarations.js";
import { record } from "./support/documents.js";

const SDK = "test/fixtures/drift/sdk";
const OURS = "test/fixtures/drift/sdk-ours.yaml";

describe("DeclarationReader", () => {
  test("reads an SDK's types, which know no limits, no defaults and no integers", async () => {
    const { code, text } = await record(runDrift, "--sdk", SDK, "--ours", OURS);
    expect(code).toBe(1);
    expect(text.split("\n")).toEqual([
      `${OURS} against ${SDK}: 6 differences, 0 listed deviations`,
      "",
      '  new bodies we refuse                           effort: values, only upstream: "max"',
      "  new bodies we refuse                           input: nullable, only upstream",
      "  new bodies we refuse with unknownKeys: reject  input[].call.async: only upstream, optional boolean",
      "  new bodies we refuse                           input[].note: only upstream, object {type}",
      "  types only                                     model: deprecation, only upstream",
      '  types only                                     model: values, only upstream: "two"',
    ]);
  });

  test("says which type is missing", () => {
    const reader = new DeclarationReader(`${SDK}/resources/shared.d.ts`);
    expect(() => reader.read("Missing")).toThrow(`${SDK}/resources/shared.d.ts does not export Missing`);
  });
});

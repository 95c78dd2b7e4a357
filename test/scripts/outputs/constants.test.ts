import { describe, expect, test } from "@jest/globals";
import { writeConstants } from "../../../scripts/outputs/constants.js";
import * as constants from "../../../src/constants.js";
import { document, objectTagsOf, schemaOf, tagsOf } from "../../support/document.js";

describe("constants", () => {
  test("hold the tags and values of the fragment, in its order", () => {
    expect(constants.INPUT_ITEM_TYPES).toEqual(tagsOf("ResponseInputItem"));
    expect(constants.TOOL_TYPES).toEqual(tagsOf("Tool"));
    expect(constants.TOOL_CHOICE_TYPES).toEqual(objectTagsOf("ToolChoice"));
    expect(constants.REASONING_EFFORTS).toEqual(schemaOf("ReasoningEffort").enum);
    expect(constants.VERBOSITIES).toEqual(["low", "medium", "high"]);
    expect(constants.PERSONALITIES).toEqual(["friendly", "pragmatic"]);
  });

  test("name the contract's version and what it follows", () => {
    expect(constants.CONTRACT_VERSION).toBe(document.info.version);
    expect(constants.API_EDITION).toEqual({ document: "2026-08", sdk: "openai 7.57.0" });
  });
});

describe("writeConstants", () => {
  test("refuses a place that has no values any more", () => {
    const { ReasoningEffort: _, ...schemas } = document.components.schemas;
    expect(() => writeConstants({ ...document, components: { schemas } })).toThrow(
      "ReasoningEffort has no values for REASONING_EFFORTS; correct constants.ts.",
    );
  });

  test("takes a later edition from what is dated by it", () => {
    const later = { type: "string", "x-since": { a: "openai 10.0.0", b: "2026-11" } };
    const schemas = { ...document.components.schemas, Later: later };
    expect(writeConstants({ ...document, components: { schemas } })).toContain(
      'API_EDITION = { document: "2026-11", sdk: "openai 10.0.0" }',
    );
  });
});

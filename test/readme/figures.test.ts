import { describe, expect, test } from "@jest/globals";
import { branchesOf, schemaOf } from "../support/document.js";
import { README } from "./snippets.js";

/** The classes of a union: its branches, and those of unions among them. */
function countClasses(name: string): number {
  const classes = (union: string): string[] =>
    branchesOf(union).flatMap((branch) => {
      const { oneOf, anyOf, properties } = schemaOf(branch);
      return (oneOf ?? anyOf) && !properties ? classes(branch) : [branch];
    });
  return new Set(classes(name)).size;
}

describe("README", () => {
  test.each([
    ["input items", "ResponseInputItem"],
    ["tools", "Tool"],
    ["tool choices", "ToolChoice"],
    ["text formats", "ResponseFormatTextConfig"],
  ])("says how many %s there are", (row, union) => {
    expect(README).toContain(`| ${row} | ${countClasses(union)}`);
  });
});

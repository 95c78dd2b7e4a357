import { describe, expect, test } from "@jest/globals";
import type { Schema } from "../../scripts/openapi.js";
import { document } from "../support/document.js";

/** Each place where the fragment departs from the reference. Whoever adds one adds it here, and says why there. */
const DEVIATIONS = [
  "ComputerCallOutputImage",
  "EasyInputMessage.id",
  "EasyInputMessage.status",
  "FunctionTool.parameters",
  "FunctionTool.strict",
  "InputMessage.id",
  "InputMessage.phase",
  "InputTokenCountParams.truncation",
  "ItemReference",
  "LocalShellCall.status",
  "LocalShellCallOutput.call_id",
  "LocalShellCallOutput.id",
  "McpCall.error",
  "Reasoning.context",
  "ResponseComputerToolCall.pending_safety_checks",
  "ResponseInputImage.detail",
  "ResponseOutputMessage.id",
  "ResponseOutputMessage.status",
  "ResponseOutputMessage.type",
  "ResponseOutputText.annotations",
  "ResponseReasoningItem.content",
  "ResponseReasoningItem.id",
  "ToolChoiceMcp.server_label",
  "ToolChoiceTypes.type",
  "WebSearchTool.external_web_access",
];

/** Members that the reference does not have at all, with the month that first shows them. */
const NEWER = ["Reasoning.context 2026-08", "WebSearchTool.external_web_access 2026-08"];

/** The places of an extension in the whole document: the schema, and the way to the place within it. */
function placesOf(extension: "x-deviation" | "x-since"): [string, string][] {
  const found: [string, string][] = [];
  const visit = (value: unknown, path: string[]): void => {
    if (typeof value !== "object" || value === null) return;
    const said = (value as Schema)[extension];
    if (typeof said === "string") found.push([path.filter((key) => key !== "properties").join("."), said]);
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  const { components, ...rest } = document;
  for (const [name, schema] of Object.entries(components.schemas)) visit(schema, [name]);
  visit({ ...rest, components: { ...components, schemas: {} } }, ["document"]);
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

describe("x-deviation", () => {
  test("stands at these places and no others", () => {
    expect(placesOf("x-deviation").map(([place]) => place)).toEqual(DEVIATIONS);
  });

  test.each(placesOf("x-deviation"))("says why at %s", (_place, reason) => {
    expect(reason).toMatch(/^[A-Z].{20,}\.$/s);
  });
});

describe("x-since", () => {
  test("marks what the reference lacks", () => {
    expect(placesOf("x-since").map(([place, month]) => `${place} ${month}`)).toEqual(NEWER);
  });
});

import { describe, expect, test } from "@jest/globals";
import { placesOf } from "./support/extensions.js";

/** Each place where the fragment departs from the reference. Whoever adds one adds it here, and says why there. */
const DEVIATIONS = [
  "AnnotationURLCitation.url",
  "CodeInterpreterOutputImage.url",
  "ComparisonFilter",
  "CompoundFilter",
  "ComputerCallOutputImage",
  "CustomTool.format",
  "EasyInputMessage.id",
  "EasyInputMessage.status",
  "FileSearchRankingOptions.score_threshold",
  "FileSearchResult.score",
  "FileSearchTool.max_num_results",
  "FunctionTool.parameters",
  "FunctionTool.strict",
  "ImageGenerationInputImageMask",
  "ImageGenerationTool.action",
  "ImageGenerationTool.input_fidelity",
  "ImageGenerationTool.model",
  "InputMessage.id",
  "InputMessage.phase",
  "InputTokenCountParams.personality",
  "InputTokenCountParams.truncation",
  "InputTokenCountResponse.input_tokens",
  "ItemReference",
  "LocalShellCall.status",
  "LocalShellCallOutput.call_id",
  "LocalShellCallOutput.id",
  "McpCall.error",
  "McpListToolsTool.annotations",
  "McpListToolsTool.input_schema",
  "McpTool",
  "McpTool.tunnel_id",
  "McpToolApprovalFilter",
  "McpToolFilter",
  "NamespaceFunctionTool.parameters",
  "ProgramToolCallCaller.caller_id",
  "Reasoning.context",
  "ResponseComputerToolCall.pending_safety_checks",
  "ResponseFormatTextConfig",
  "ResponseFormatTextJSONSchemaConfig.name",
  "ResponseInputFile.detail",
  "ResponseInputFileContent.detail",
  "ResponseInputImage.detail",
  "ResponseInputImageContent.detail",
  "ResponseOutputMessage.id",
  "ResponseOutputMessage.status",
  "ResponseOutputMessage.type",
  "ResponseOutputText.annotations",
  "ResponseOutputText.logprobs",
  "ResponseReasoningItem.content",
  "ResponseReasoningItem.id",
  "SkillReference.version",
  "ToolChoiceMcp.server_label",
  "ToolChoiceTypes.type",
  "ToolSearchCall.arguments",
  "ToolSearchTool.parameters",
  "WebSearchActionFindInPage.url",
  "WebSearchActionOpenPage.url",
  "WebSearchPreviewTool.search_context_size",
  "WebSearchPreviewUserLocation.country",
  "WebSearchSource.url",
  "WebSearchUserLocation.country",
];

describe("x-deviation", () => {
  test("stands at these places and no others", () => {
    expect(placesOf("x-deviation").map(([place]) => place)).toEqual(DEVIATIONS);
  });

  test.each(placesOf("x-deviation"))("says why at %s", (_place, reason) => {
    expect(reason).toMatch(/^[A-Z].{20,}\.$/s);
  });
});

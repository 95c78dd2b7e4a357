/*
 * What openai@6.39.1 does not know yet: each line that tsc refuses is something newer, first without it.
 * Checked by types.test.ts.
 */
import type * as Counts from "openai/resources/responses/input-tokens";
import type * as Sdk from "openai/resources/responses/responses";
import type { VERSION } from "openai/version";
import type * as Ours from "../../generated/types.js";
import type { Fits } from "./sdk.types.js";

type SdkParams = Counts.InputTokenCountParams;
type SdkReasoning = NonNullable<SdkParams["reasoning"]>;
type SdkOutput = Sdk.ResponseInputItem.FunctionCallOutput;
type SdkSearch = Sdk.ResponseFunctionWebSearch;
type SdkImage = Sdk.ResponseInputImage;
type SdkImageTool = Sdk.Tool.ImageGeneration;
type CallOutput = Omit<Ours.FunctionCallOutput, "output">;
type ImageFormat = NonNullable<Ours.ImageGenerationTool["output_format"]>;
type ImageQuality = NonNullable<Ours.ImageGenerationTool["quality"]>;
export type Version = Fits<typeof VERSION, "6.39.1">;

export interface NewerItems {
  // @ts-expect-error additional_tools
  additionalTools: Fits<Ours.AdditionalTools, Sdk.ResponseInputItem>;
  // @ts-expect-error configuration_update
  configurationUpdate: Fits<Ours.ResponseConfigurationUpdateItemParam, Sdk.ResponseInputItem>;
  // @ts-expect-error program
  program: Fits<Ours.Program, Sdk.ResponseInputItem>;
  // @ts-expect-error program_output
  programOutput: Fits<Ours.ProgramOutput, Sdk.ResponseInputItem>;
  // @ts-expect-error programmatic_tool_calling
  tool: Fits<Ours.ProgrammaticToolCallingTool, Sdk.Tool>;
  // @ts-expect-error programmatic_tool_calling
  choice: Fits<Ours.ToolChoiceProgrammaticToolCalling, SdkParams["tool_choice"]>;
}

export interface NewerValues {
  reasoning: Fits<Omit<Ours.Reasoning, "effort">, SdkReasoning>;
  effort: Fits<Exclude<Ours.ReasoningEffort, "max">, SdkReasoning["effort"]>;
  // @ts-expect-error max
  effortMax: Fits<Ours.ReasoningEffort, SdkReasoning["effort"]>;

  file: Fits<Omit<Ours.ResponseInputFile, "detail">, Sdk.ResponseInputFile>;
  fileDetail: Fits<Exclude<Ours.FileDetail, "auto">, Sdk.ResponseInputFile["detail"]>;
  // @ts-expect-error auto
  fileDetailAuto: Fits<Ours.ResponseInputFile, Sdk.ResponseInputFile>;

  search: Fits<
    Omit<Ours.ResponseFunctionWebSearch, "action" | "status">,
    Omit<SdkSearch, "action" | "status">
  >;
  searchStatus: Fits<
    Exclude<Ours.ResponseFunctionWebSearch["status"], "incomplete" | null>,
    SdkSearch["status"]
  >;
  // @ts-expect-error incomplete
  searchIncomplete: Fits<Exclude<Ours.ResponseFunctionWebSearch["status"], null>, SdkSearch["status"]>;
  searchAction: Fits<Omit<Ours.WebSearchActionSearch, "sources"> & { query: string }, SdkSearch["action"]>;
  // @ts-expect-error a query that may be left out
  searchQuery: Fits<Omit<Ours.WebSearchActionSearch, "sources">, SdkSearch["action"]>;

  output: Fits<Omit<CallOutput, "call_id"> & { call_id: string }, Omit<SdkOutput, "output">>;
  // @ts-expect-error a call_id that may be null or left out
  outputCall: Fits<CallOutput, Omit<SdkOutput, "output">>;

  image: Fits<Omit<Ours.ImageGenerationTool, "output_format" | "quality">, SdkImageTool>;
  imageFormat: Fits<Exclude<ImageFormat, "gif" | "svg">, SdkImageTool["output_format"]>;
  // @ts-expect-error gif
  imageGif: Fits<Exclude<ImageFormat, "svg">, SdkImageTool["output_format"]>;
  // @ts-expect-error svg
  imageSvg: Fits<Exclude<ImageFormat, "gif">, SdkImageTool["output_format"]>;
  imageQuality: Fits<Exclude<ImageQuality, "xhigh" | "max">, SdkImageTool["quality"]>;
  // @ts-expect-error xhigh
  imageXhigh: Fits<Exclude<ImageQuality, "max">, SdkImageTool["quality"]>;
  // @ts-expect-error max
  imageMax: Fits<Exclude<ImageQuality, "xhigh">, SdkImageTool["quality"]>;
}

const mark = { mode: "explicit" } as const;
const caller = { type: "direct" } as const;
const call = { type: "function_call", call_id: "call_1", name: "f", arguments: "{}" } as const;
const output = { type: "function_call_output", call_id: "call_1", output: "sunny" } as const;

/** Members that this version does not name: it refuses them where they are written out. */
export const newer = {
  // @ts-expect-error personality
  personality: { personality: "friendly" } satisfies SdkParams,
  // @ts-expect-error mode
  mode: { mode: "pro" } satisfies SdkReasoning,
  // @ts-expect-error context
  context: { context: "auto" } satisfies SdkReasoning,
  // @ts-expect-error prompt_cache_breakpoint
  text: { type: "input_text", text: "", prompt_cache_breakpoint: mark } satisfies Sdk.ResponseInputText,
  // @ts-expect-error prompt_cache_breakpoint
  file: { type: "input_file", prompt_cache_breakpoint: mark } satisfies Sdk.ResponseInputFile,
  // @ts-expect-error prompt_cache_breakpoint
  image: { type: "input_image", detail: "low", prompt_cache_breakpoint: mark } satisfies SdkImage,
  // @ts-expect-error caller
  callCaller: { ...call, caller } satisfies Sdk.ResponseFunctionToolCall,
  // @ts-expect-error async
  callAsync: { ...call, async: true } satisfies Sdk.ResponseFunctionToolCall,
  // @ts-expect-error caller
  outputCaller: { ...output, caller } satisfies SdkOutput,
  // @ts-expect-error the name
  outputName: { ...output, name: "f" } satisfies SdkOutput,
  // @ts-expect-error allowed_callers
  allowed: { type: "custom", name: "f", allowed_callers: ["direct"] } satisfies Sdk.CustomTool,
  // @ts-expect-error async
  async: { type: "custom", name: "f", async: true } satisfies Sdk.CustomTool,
  // @ts-expect-error tunnel_id
  tunnel: { type: "mcp", server_label: "s", tunnel_id: "tunnel_1" } satisfies Sdk.Tool.Mcp,
  // @ts-expect-error svg
  svg: { type: "image_generation", svg: {} } satisfies SdkImageTool,
  // @ts-expect-error the id
  trigger: { type: "compaction_trigger", id: "ct_1" } satisfies Sdk.ResponseInputItem.CompactionTrigger,
  // @ts-expect-error external_web_access
  access: { type: "web_search", external_web_access: true } satisfies Sdk.WebSearchTool,
};

/*
 * What openai@7.57.0 knows beyond the older version: our items, tools and parameters are its, but for the deviations
 * of the fragment, each of which stands here, or in ../sdk.types.ts, on a line that tsc refuses. In a folder of its
 * own, which tsconfig.json leaves out: this version is no dependency, and types.test.ts fetches it.
 */
import type * as Counts from "openai/resources/responses/input-tokens";
import type * as Sdk from "openai/resources/responses/responses";
import type { VERSION } from "openai/version";
import type * as Ours from "../../../generated/types.js";
import type { Deviating, Fits, NotNull } from "../sdk.types.js";

type SdkParams = Counts.InputTokenCountParams;
type SdkReasoning = NonNullable<SdkParams["reasoning"]>;
type SdkAdditionalTools = Sdk.ResponseInputItem.AdditionalTools;
type Additional = Omit<Ours.AdditionalTools, "tools">;
type PlainTool = Exclude<Ours.Tool, { type: "function" }>;
type PlainParams = Omit<
  Ours.InputTokenCountParams,
  "input" | "personality" | "reasoning" | "tool_choice" | "tools" | "truncation"
>;
type PlainChoices = Exclude<Ours.ToolChoice, Ours.ToolChoiceTypes | { type: "mcp" }>;

export type Version = Fits<typeof VERSION, "7.57.0">;

export interface OursAreTheirs {
  params: Fits<PlainParams, SdkParams>;
  items: Fits<
    NotNull<Exclude<Ours.ResponseInputItem, Deviating | Ours.AdditionalTools>>,
    Sdk.ResponseInputItem
  >;
  tools: Fits<PlainTool, Sdk.Tool>;
  choices: Fits<PlainChoices, SdkParams["tool_choice"]>;
}

type Given = Sdk.ResponseOutputItem.AdditionalTools;

/** Of a response's output only tools that somebody else than the developer brings cannot be sent back. */
export interface OutputIsInput {
  tools: Fits<Omit<Given, "role"> & { role: "developer" }, Ours.ResponseInputItem>;
  // @ts-expect-error other roles
  toolsOfOthers: Fits<Given, Ours.ResponseInputItem>;
}

/** Each deviation, first without it. */
export interface TakesMore {
  personality: Fits<Exclude<Ours.InputTokenCountParams["personality"], null>, SdkParams["personality"]>;
  // @ts-expect-error null
  personalityNull: Fits<Ours.InputTokenCountParams["personality"], SdkParams["personality"]>;

  additionalTools: Fits<Additional & { tools: (PlainTool | Sdk.FunctionTool)[] }, SdkAdditionalTools>;
  // @ts-expect-error parameters and strict of functions
  additionalFunctions: Fits<Ours.AdditionalTools, SdkAdditionalTools>;

  reasoning: Fits<Omit<Ours.Reasoning, "context">, SdkReasoning>;
  // @ts-expect-error any text
  reasoningContext: Fits<Ours.Reasoning["context"], SdkReasoning["context"]>;
}

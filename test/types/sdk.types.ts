/*
 * The provider's SDK beside our types: what holds for the oldest version looked at, openai@6.39.1, and for the newest
 * alike. What one of them alone has stands in the file of its version. Its requests are ours; ours are its, but for
 * the deviations of the fragment, each of which stands here on a line that tsc refuses. Checked by types.test.ts, once with each version as `openai`.
 */
import type * as Counts from "openai/resources/responses/input-tokens";
import type * as Sdk from "openai/resources/responses/responses";
import type * as Ours from "../../generated/types.js";
import type { DeepReadonly } from "../../src/deep-readonly.js";
import type { SdkParams as Converted } from "../../src/sdk/index.js";

/** Refuses to compile where one type does not fit the other. */
export type Fits<Given extends Asked, Asked> = Given;

/** With members that may be left out here, and must be there in the SDK. */
type With<T, Keys extends keyof T> = Omit<T, Keys> & Required<Pick<T, Keys>>;

/** Without the null that a status may have here: Python clients write it for one that is left out. */
export type NotNull<T, Keys extends string = "status"> = T extends unknown
  ? { [Key in keyof T]: Key extends Keys ? Exclude<T[Key], null> : T[Key] }
  : never;

type SdkParams = Counts.InputTokenCountParams;
type SdkLocalCall = Sdk.ResponseInputItem.LocalShellCall;
type SdkLocalOutput = Sdk.ResponseInputItem.LocalShellCallOutput;
type SdkApproval = Sdk.ResponseInputItem.McpApprovalRequest;
type SdkMcpCall = Sdk.ResponseInputItem.McpCall;
type SdkMessage = Sdk.ResponseInputItem.Message;
type SdkScreenshot = Sdk.ResponseComputerToolCallOutputScreenshot;

export interface TheirsAreOurs {
  params: Fits<SdkParams, Ours.InputTokenCountParams>;
  answer: Fits<Counts.InputTokenCountResponse, Ours.InputTokenCountResponse>;
  items: Fits<Sdk.ResponseInputItem, Ours.ResponseInputItem>;
  tools: Fits<Sdk.Tool, Ours.Tool>;
}

/** What a response holds can be sent back as it is, but for screenshots that failed, which no request may say. */
export interface OutputIsInput {
  items: Fits<
    Exclude<Sdk.ResponseOutputItem, FailedScreenshot | { type: "additional_tools" }>,
    Ours.ResponseInputItem
  >;
  screenshot: Fits<Finished<FailedScreenshot>, Ours.ResponseInputItem>;
  // @ts-expect-error failed
  failed: Fits<FailedScreenshot, Ours.ResponseInputItem>;
}
type FailedScreenshot = Sdk.ResponseComputerToolCallOutputItem;
type Finished<T extends { status: string }> = Omit<T, "status"> & { status: Exclude<T["status"], "failed"> };

/** Whatever body becomes what the SDK counts and what it creates a response of. */
export interface ConvertedIsTheirs {
  count: Fits<Converted, SdkParams>;
  create: Fits<Converted, Sdk.ResponseCreateParamsNonStreaming>;
  stream: Fits<Omit<Converted, "stream"> & { stream: true }, Sdk.ResponseCreateParamsStreaming>;
  back: Fits<SdkParams, DeepReadonly<Ours.InputTokenCountParams>>;
}

/** Items that differ from both versions'. */
export type Deviating =
  | Ours.ComputerCallOutput
  | Ours.ImageGenerationCall
  | Ours.LocalShellCall
  | Ours.LocalShellCallOutput
  | Ours.McpApprovalRequest
  | Ours.McpCall
  | Ours.ResponseComputerToolCall
  | Ours.ResponseFunctionWebSearch
  | Ours.ResponseOutputMessage
  | Ours.ResponseReasoningItem
  | Ours.ResponseToolSearchOutputItemParam;
/** What is not in both versions. */
type NewerItem =
  | Ours.AdditionalTools
  | Ours.EasyInputMessage
  | Ours.FunctionCallOutput
  | Ours.InputMessage
  | Ours.Program
  | Ours.ProgramOutput
  | Ours.ResponseConfigurationUpdateItemParam
  | Ours.ResponseCustomToolCallOutput;
type NewerTool = Ours.ImageGenerationTool | Ours.ProgrammaticToolCallingTool;
type NewerParams = "personality" | "reasoning";
type PlainParams = Omit<
  Ours.InputTokenCountParams,
  "input" | "tool_choice" | "tools" | "truncation" | NewerParams
>;
type PlainChoices = Exclude<
  Ours.ToolChoice,
  Ours.ToolChoiceTypes | Ours.ToolChoiceProgrammaticToolCalling | { type: "mcp" }
>;

export interface OursAreTheirs {
  answer: Fits<Ours.InputTokenCountResponse, Counts.InputTokenCountResponse>;
  params: Fits<PlainParams, SdkParams>;
  items: Fits<NotNull<Exclude<Ours.ResponseInputItem, Deviating | NewerItem>>, Sdk.ResponseInputItem>;
  tools: Fits<Exclude<Ours.Tool, NewerTool | { type: "function" }>, Sdk.Tool>;
  choices: Fits<PlainChoices, SdkParams["tool_choice"]>;
}

type Message = NotNull<Omit<Ours.ResponseOutputMessage, "content">> &
  Pick<Sdk.ResponseOutputMessage, "content">;
type Reasoning = Omit<Ours.ResponseReasoningItem, "content">;

/** Each deviation, first without it. */
export interface MayBeLeftOut {
  tool: Fits<With<Ours.FunctionTool, "parameters" | "strict">, Sdk.FunctionTool>;
  // @ts-expect-error parameters
  parameters: Fits<With<Ours.FunctionTool, "strict">, Sdk.FunctionTool>;
  // @ts-expect-error strict
  strict: Fits<With<Ours.FunctionTool, "parameters">, Sdk.FunctionTool>;

  image: Fits<With<Ours.ResponseInputImage, "detail">, Sdk.ResponseInputImage>;
  // @ts-expect-error detail
  detail: Fits<Ours.ResponseInputImage, Sdk.ResponseInputImage>;

  text: Fits<With<Ours.ResponseOutputText, "annotations">, Sdk.ResponseOutputText>;
  // @ts-expect-error annotations
  annotations: Fits<Ours.ResponseOutputText, Sdk.ResponseOutputText>;

  message: Fits<With<Message, "id" | "status" | "type">, Sdk.ResponseOutputMessage>;
  // @ts-expect-error the id
  messageId: Fits<With<Message, "status" | "type">, Sdk.ResponseOutputMessage>;
  // @ts-expect-error status
  messageStatus: Fits<With<Message, "id" | "type">, Sdk.ResponseOutputMessage>;
  // @ts-expect-error type
  messageType: Fits<With<Message, "id" | "status">, Sdk.ResponseOutputMessage>;

  localCall: Fits<With<NotNull<Ours.LocalShellCall>, "status">, SdkLocalCall>;
  // @ts-expect-error status
  localStatus: Fits<Ours.LocalShellCall, SdkLocalCall>;
  localOutput: Fits<With<Ours.LocalShellCallOutput, "id">, SdkLocalOutput>;
  // @ts-expect-error the id
  localId: Fits<Ours.LocalShellCallOutput, SdkLocalOutput>;

  computerCall: Fits<
    With<NotNull<Ours.ResponseComputerToolCall>, "pending_safety_checks">,
    Sdk.ResponseComputerToolCall
  >;
  // @ts-expect-error pending_safety_checks
  checks: Fits<NotNull<Ours.ResponseComputerToolCall>, Sdk.ResponseComputerToolCall>;

  reasoning: Fits<With<Reasoning, "id">, Sdk.ResponseReasoningItem>;
  // @ts-expect-error the id
  reasoningId: Fits<Reasoning, Sdk.ResponseReasoningItem>;

  mcpChoice: Fits<With<Ours.ToolChoiceMcp, "server_label">, Sdk.ToolChoiceMcp>;
  // @ts-expect-error server_label
  serverLabel: Fits<Ours.ToolChoiceMcp, Sdk.ToolChoiceMcp>;
}

type CurrentSearch = `web_search${"" | "_2025_08_26"}`;

/** Each deviation, first without it. */
export interface TakesMore {
  truncation: Fits<Exclude<Ours.InputTokenCountParams["truncation"], null>, SdkParams["truncation"]>;
  // @ts-expect-error null
  truncationNull: Fits<Ours.InputTokenCountParams["truncation"], SdkParams["truncation"]>;

  // @ts-expect-error null, as content of reasoning
  reasoningContent: Fits<With<Ours.ResponseReasoningItem, "id">, Sdk.ResponseReasoningItem>;

  hosted: Fits<{ type: Exclude<Ours.ToolChoiceTypes["type"], CurrentSearch> }, Sdk.ToolChoiceTypes>;
  // @ts-expect-error the current web search
  search: Fits<Ours.ToolChoiceTypes, Sdk.ToolChoiceTypes>;

  screen: Fits<Ours.ResponseComputerToolCallOutputScreenshot, SdkScreenshot>;
  // @ts-expect-error an input image
  image: Fits<Ours.ComputerCallOutputImage, SdkScreenshot>;

  mcpCall: Fits<NotNull<Omit<Ours.McpCall, "error">>, SdkMcpCall>;
  // @ts-expect-error an error that is an object
  mcpError: Fits<NotNull<Ours.McpCall>, SdkMcpCall>;

  approval: Fits<NotNull<Ours.McpApprovalRequest, "server_label">, SdkApproval>;
  // @ts-expect-error null
  approvalLabel: Fits<Ours.McpApprovalRequest, SdkApproval>;

  call: Fits<NotNull<Ours.ResponseFunctionToolCall>, Sdk.ResponseFunctionToolCall>;
  // @ts-expect-error null, as at each status
  callStatus: Fits<Ours.ResponseFunctionToolCall, Sdk.ResponseFunctionToolCall>;
}

const localOutput = { type: "local_shell_call_output", id: "lsho_1", output: "hi" } as const;

/** Members that the SDK does not name: it refuses them where they are written out. */
export const more = {
  // @ts-expect-error the id
  easyId: { role: "user", content: "Hello", id: "msg_1" } satisfies Sdk.EasyInputMessage,
  // @ts-expect-error status
  easyStatus: { role: "user", content: "Hello", status: "completed" } satisfies Sdk.EasyInputMessage,
  // @ts-expect-error the id
  messageId: { role: "user", content: [], id: "msg_1" } satisfies SdkMessage,
  // @ts-expect-error phase
  messagePhase: { role: "user", content: [], phase: "commentary" } satisfies SdkMessage,
  // @ts-expect-error call_id
  callId: { ...localOutput, call_id: "call_1" } satisfies SdkLocalOutput,
};

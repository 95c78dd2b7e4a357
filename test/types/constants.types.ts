/* The constants beside the types, value for value. Checked by types.test.ts. */
import type * as Types from "../../generated/types.js";
import * as constants from "../../src/constants.js";

/** Refuses to compile where two types differ. */
type Same<A extends B, B extends C, C = A> = [A, B, C];
type Of<List extends readonly unknown[]> = List[number];
type Tag<Union> = Union extends { type?: infer T } ? NonNullable<T> : never;

export interface Lists {
  items: Same<Of<typeof constants.INPUT_ITEM_TYPES>, Tag<Types.ResponseInputItem>>;
  roles: Same<Of<typeof constants.MESSAGE_ROLES>, Types.EasyInputMessage["role"]>;
  input: Same<Of<typeof constants.INPUT_CONTENT_TYPES>, Types.ResponseInputContent["type"]>;
  output: Same<Of<typeof constants.OUTPUT_CONTENT_TYPES>, Types.OutputMessageContent["type"]>;
  tools: Same<Of<typeof constants.TOOL_TYPES>, Types.Tool["type"]>;
  choices: Same<Of<typeof constants.TOOL_CHOICE_TYPES>, Types.ToolChoiceObject["type"]>;
  modes: Same<Of<typeof constants.TOOL_CHOICE_MODES>, Types.ToolChoiceOptions>;
  formats: Same<Of<typeof constants.TEXT_FORMAT_TYPES>, Types.ResponseFormatTextConfig["type"]>;
  efforts: Same<Of<typeof constants.REASONING_EFFORTS>, Types.ReasoningEffort>;
  statuses: Same<Of<typeof constants.ITEM_STATUSES>, NonNullable<Types.ItemStatus>>;
  details: Same<Of<typeof constants.IMAGE_DETAILS>, Types.ImageDetail>;
}

export const first: "message" = constants.INPUT_ITEM_TYPES[0];
// @ts-expect-error nobody adds to them
export const longer: string[] = constants.TOOL_TYPES;

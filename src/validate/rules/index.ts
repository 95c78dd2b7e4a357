import type { Rule, RuleName } from "../../../generated/validators.js";
import { emptyInput } from "./empty-input.js";
import { exclusiveConversation } from "./exclusive-conversation.js";
import { fileData } from "./file-data.js";
import { finalCompactionTrigger } from "./final-compaction-trigger.js";
import { imageGeneration } from "./image-generation.js";
import { strictParameters, strictSchema } from "./strict-schema.js";

/** Rules that look into free-form JSON, and so run only when they are asked for. */
type StrictRuleName = "strict-parameters" | "strict-schema";

/** The rules of every request; each runs where the fragment names it (`x-rule`), beside the shape of its object. */
export const RULES: Record<Exclude<RuleName, StrictRuleName>, Rule> = {
  "empty-input": emptyInput,
  "exclusive-conversation": exclusiveConversation,
  "file-data": fileData,
  "final-compaction-trigger": finalCompactionTrigger,
  "image-generation": imageGeneration,
};

/** The same, with those that check strict schemas. */
export const RULES_WITH_SCHEMAS: Record<RuleName, Rule> = {
  ...RULES,
  "strict-parameters": strictParameters,
  "strict-schema": strictSchema,
};

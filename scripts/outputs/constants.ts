import { schemaName, type OpenApiDocument, type Schema } from "../openapi.js";

/** Each list, and the schema or the member of one whose values it holds. */
const LISTS: readonly [name: string, place: string, meaning: string][] = [
  ["INPUT_ITEM_TYPES", "ResponseInputItem", "The `type` of every input item."],
  ["MESSAGE_ROLES", "Message", "Who may speak in a message."],
  ["INPUT_CONTENT_TYPES", "ResponseInputContent", "The `type` of what a message for the model holds."],
  ["OUTPUT_CONTENT_TYPES", "OutputMessageContent", "The `type` of what a message of the model holds."],
  ["ANNOTATION_TYPES", "OutputTextAnnotation", "The `type` of the model's annotations."],
  ["ITEM_STATUSES", "ItemStatus", "How far an item got."],
  ["COMPUTER_ACTION_TYPES", "ComputerAction", "The `type` of what a model does at a computer."],
  ["TOOL_TYPES", "Tool", "The `type` of every tool."],
  ["TOOL_CHOICE_MODES", "ToolChoiceOptions", "The modes of `tool_choice`."],
  ["TOOL_CHOICE_TYPES", "ToolChoiceObject", "The `type` of a tool choice that is an object."],
  ["TEXT_FORMAT_TYPES", "ResponseFormatTextConfig", "The `type` of `text.format`."],
  ["VERBOSITIES", "ResponseTextConfig.verbosity", "The values of `text.verbosity`."],
  ["REASONING_EFFORTS", "ReasoningEffort", "The values of `reasoning.effort`."],
  ["REASONING_MODES", "Reasoning.mode", "The known values of `reasoning.mode`; any other passes."],
  ["REASONING_SUMMARIES", "Reasoning.summary", "The values of `reasoning.summary`."],
  ["TRUNCATIONS", "InputTokenCountParams.truncation", "The values of `truncation`."],
  [
    "PERSONALITIES",
    "InputTokenCountParams.personality",
    "The known values of `personality`; any other passes.",
  ],
  ["IMAGE_DETAILS", "ImageDetail", "How closely an image is looked at."],
  ["FILE_DETAILS", "FileDetail", "How finely a file is rendered."],
  ["MODELS", "ResponsesModel", "The known ids of models; any other passes."],
];

/** The values that a user lists, chooses from or asks after, as a module; in the fragment's order. */
export function writeConstants(document: OpenApiDocument): string {
  const { schemas } = document.components;
  const lists = LISTS.map(([name, place, meaning]) => {
    const [schema = "", member] = place.split(".");
    const values = valuesOf(member ? schemas[schema]?.properties?.[member] : schemas[schema], schemas);
    if (values.length === 0) throw new Error(`${place} has no values for ${name}; correct constants.ts.`);
    const lines = values.map((value) => `  ${JSON.stringify(value)},\n`).join("");
    return `/** ${meaning} */\nexport const ${name} = [\n${lines}] as const;\n`;
  });
  const { document: month, sdk } = findEdition(document);
  return [
    `/** The version of the contract: that of the document, and of the package which brought it. */\nexport const CONTRACT_VERSION = ${JSON.stringify(document.info.version)};\n`,
    `/** What the contract follows: the month of the provider's document, and the SDK whose types came after it. */\nexport const API_EDITION = { document: ${JSON.stringify(month)}, sdk: ${JSON.stringify(sdk)} } as const;\n`,
    ...lists,
  ].join("\n");
}

/** The tags of a union, or the values of an enumeration, null aside. */
function valuesOf(schema: Schema | undefined, schemas: Record<string, Schema>): string[] {
  if (!schema) return [];
  if (schema.$ref) return valuesOf(schemas[schemaName(schema.$ref)], schemas);
  if (schema.discriminator) return Object.keys(schema.discriminator.mapping);
  const own = (schema.enum ?? []).filter((value) => typeof value === "string");
  const inner = (schema.anyOf ?? schema.oneOf ?? []).flatMap((branch) => valuesOf(branch, schemas));
  return [...own, ...inner];
}

/** The latest month and the latest SDK that anything in the contract is dated by. */
function findEdition(document: OpenApiDocument): { document: string; sdk: string } {
  const editions: string[] = [];
  JSON.stringify(document, (key, value: unknown) => {
    if (key !== "x-since") return value;
    editions.push(...(typeof value === "string" ? [value] : Object.values(value as Record<string, string>)));
    return undefined;
  });
  const latest = (pattern: RegExp): string =>
    editions
      .filter((edition) => pattern.test(edition))
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
      .at(-1) ?? "";
  return { document: latest(/^\d{4}-\d\d$/), sdk: latest(/^openai /) };
}

import type { OpenApiDocument } from "../openapi.js";

/** The names of a request's parameters as a module: those that are counted, and those that only generation takes. */
export function writeParameters(document: OpenApiDocument, request: string): string {
  const schema = document.components.schemas[request];
  const counted = Object.keys(schema?.properties ?? {});
  const generation = schema?.["x-generation-parameters"] ?? [];
  return [
    declareList("COUNT_PARAMETERS", counted, "What the count endpoint takes, in the fragment's order."),
    declareList(
      "GENERATION_PARAMETERS",
      generation,
      "What only a request for an answer takes besides; it costs no input tokens.",
    ),
  ].join("\n");
}

function declareList(name: string, values: string[], meaning: string): string {
  const lines = values.map((value) => `  ${JSON.stringify(value)},\n`).join("");
  return `/** ${meaning} */\nexport const ${name} = [\n${lines}] as const;\n`;
}

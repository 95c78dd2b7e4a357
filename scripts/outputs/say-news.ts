import type { Schema } from "../openapi.js";

/** What a keyword means for the one who writes a value. */
const WORDS: Readonly<Record<string, string>> = {
  required: "may be left out",
  null: "may be null",
  deprecated: "deprecated",
};

/** Says since when a schema is there, or which of its values and limits are newer than the rest. */
export function sayNews(schema: Schema): string {
  const since = schema["x-since"] ?? {};
  if (typeof since === "string") return `Since ${since}.`;
  const facts = new Map<string, string[]>();
  for (const [fact, edition] of Object.entries(since)) {
    facts.set(edition, [...(facts.get(edition) ?? []), WORDS[fact] ?? sayFact(schema, fact)]);
  }
  return [...facts].map(([edition, news]) => `Since ${edition}: ${news.join(", ")}.`).join(" ");
}

/** A keyword with its argument, which may stand in a branch; anything else is a value. */
function sayFact(schema: Schema, fact: string): string {
  for (const part of [schema, ...(schema.anyOf ?? [])]) {
    const argument: unknown = Object.entries(part).find(([keyword]) => keyword === fact)?.[1];
    if (argument !== undefined)
      return `${fact} ${typeof argument === "string" ? argument : JSON.stringify(argument)}`;
  }
  return `\`${fact}\``;
}

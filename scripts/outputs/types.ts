import { Worker } from "node:worker_threads";
import type { OpenApiDocument, Schema } from "../openapi.js";
import { sayNews } from "./say-news.js";

/** Starts loading openapi-typescript; the function that comes back makes the types of a document. */
export function startTypes(): (document: OpenApiDocument) => Promise<string> {
  const thread = new Worker(new URL("./types-thread.js", import.meta.url), { execArgv: [] });
  thread.unref();
  return (document) =>
    new Promise((resolve, reject) => {
      thread.ref();
      thread.once("message", resolve).once("error", reject);
      thread.postMessage(typedDocument(document));
    });
}

/**
 * The document as types see it: without discriminators, since each branch holds its tag as a literal, and
 * without conditions that no type says (a presence rule, `not`). What is new says since when; what the
 * fragment leaves open in the types (`x-typed-as`) is open.
 */
function typedDocument(document: OpenApiDocument): OpenApiDocument {
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    const schema: Schema = value;
    if (schema["x-typed-as"] === "unknown") return {};
    delete schema.discriminator;
    if (schema.properties) delete schema.anyOf;
    if (schema.properties) delete schema.not;
    if (schema["x-since"] && schema.description) schema.description += `\n\n${sayNews(schema)}`;
    return schema;
  }) as OpenApiDocument;
}

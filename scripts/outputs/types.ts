import { Worker } from "node:worker_threads";
import type { OpenApiDocument } from "../openapi.js";
import { typedDocument } from "./typed-document.js";

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

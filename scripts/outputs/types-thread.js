// @ts-check
// A thread of its own for openapi-typescript: loading it takes as long as everything else together. Plain
// JavaScript, since tsx does not reach into threads on Node 20.
import openapiTS, { astToString, NEVER } from "openapi-typescript";
import { parentPort } from "node:worker_threads";
import { nameSchemas } from "./name-schemas.js";

parentPort?.once("message", async (document) => {
  const nodes = await openapiTS(document, {
    transform: (schema) => ("x-typed-as" in schema ? NEVER : undefined),
    // A property with a default may be left out all the same.
    defaultNonNullable: false,
    silent: true,
  });
  parentPort?.postMessage(astToString(nameSchemas(nodes)));
});

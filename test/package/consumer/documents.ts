// A user's code that reads the documents; it is compiled, never run.
import openapi from "input-tokens-contract/openapi.json" with { type: "json" };
import manifest from "input-tokens-contract/package.json" with { type: "json" };
import schema from "input-tokens-contract/schema.json" with { type: "json" };
import dispatch from "input-tokens-contract/schema.dispatch.json" with { type: "json" };

export const texts: string[] = [openapi.openapi, schema.$schema, dispatch.$schema, manifest.version];

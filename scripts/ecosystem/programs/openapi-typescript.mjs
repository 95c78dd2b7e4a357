import { writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { compileBodies } from "./compile-bodies.mjs";
import { judgeAll, readDocument } from "./judge.mjs";

writeFileSync("types.ts", astToString(await openapiTS(readDocument(), { defaultNonNullable: false })));
const declaration =
  'import type { components } from "./types.js"; type Body = components["schemas"]["InputTokenCountParams"];';
judgeAll((bodies) => compileBodies(declaration, bodies));

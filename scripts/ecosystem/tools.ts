import type { Tool } from "./tool.js";

/** For tools that do without Node 20; what `npm run test:runtimes` fetches, too. */
const NODE_24 = "24.21.0";
const ZOD = "zod@4.6.7";
const AJV = "ajv@8.20.0";
const TYPESCRIPT = "typescript@5.9.3";

const GENERATED_TYPES = "types say neither limits nor what members mean together";

/** Every tool that is tried, in the order of the table. */
export const TOOLS: readonly Tool[] = [
  { name: "ajv, strict", reads: "schema.json", packages: [AJV], program: "ajv.mjs" },
  { name: "ajv, strict, by tag", reads: "schema.dispatch.json", packages: [AJV], program: "ajv.mjs" },
  {
    name: "hyperjump",
    reads: "schema.json",
    packages: ["@hyperjump/json-schema@1.18.0", "@hyperjump/browser@^1.1.0"],
    program: "hyperjump.mjs",
  },
  {
    name: "schemasafe",
    reads: "schema.dispatch.json",
    packages: ["@exodus/schemasafe@1.3.0"],
    program: "schemasafe.mjs",
  },
  {
    name: "python3-jsonschema",
    reads: "schema.dispatch.json",
    packages: [],
    program: "python-jsonschema.py",
  },
  {
    name: "yaml-language-server",
    reads: "schema.dispatch.json",
    packages: ["yaml-language-server@2.0.0", "vscode-languageserver-textdocument@1.0.12"],
    program: "yaml-language-server.mjs",
    node: NODE_24,
  },
  {
    name: "Fastify, route schema",
    reads: "schema.dispatch.json",
    packages: ["fastify@5.12.8"],
    program: "fastify.mjs",
  },
  {
    name: "express-openapi-validator",
    reads: "openapi.json",
    packages: ["express-openapi-validator@5.6.2", "express@5.3.0"],
    program: "express-openapi-validator.mjs",
  },
  {
    name: "openapi-backend",
    reads: "openapi.json",
    packages: ["openapi-backend@5.21.2"],
    program: "openapi-backend.mjs",
    note: "with `quick`, since it checks every document by OpenAPI 3.0",
  },
  {
    name: "Prism",
    reads: "openapi.json",
    packages: ["@stoplight/prism-cli@5.16.0"],
    program: "prism.mjs",
    node: NODE_24,
  },
  {
    name: "hey-api, zod",
    reads: "openapi.json",
    packages: ["@hey-api/openapi-ts@0.99.0", TYPESCRIPT, ZOD, "valibot@1.5.0"],
    program: "hey-api.mjs",
    argument: "zod",
    node: NODE_24,
  },
  {
    name: "hey-api, valibot",
    reads: "openapi.json",
    packages: ["@hey-api/openapi-ts@0.99.0", TYPESCRIPT, ZOD, "valibot@1.5.0"],
    program: "hey-api.mjs",
    argument: "valibot",
    node: NODE_24,
  },
  {
    name: "orval, zod",
    reads: "openapi.json",
    packages: ["orval@8.38.0", ZOD],
    program: "orval.mjs",
    node: NODE_24,
  },
  {
    name: "kubb, zod",
    reads: "openapi.json",
    packages: ["cli", "core", "plugin-oas", "plugin-zod"].map((part) => `@kubb/${part}@4.39.3`).concat(ZOD),
    program: "kubb.mjs",
    node: NODE_24,
    note: "4.39.3: the registry has no plugins that fit kubb 5 yet",
  },
  {
    name: "openapi-typescript",
    reads: "openapi.json",
    packages: ["openapi-typescript@7.13.0", TYPESCRIPT],
    program: "openapi-typescript.mjs",
    note: GENERATED_TYPES,
  },
  {
    name: "swagger-typescript-api",
    reads: "openapi.json",
    packages: ["swagger-typescript-api@13.13.0", TYPESCRIPT],
    program: "swagger-typescript-api.mjs",
    note: GENERATED_TYPES,
  },
  { name: "redocly lint", reads: "openapi.json", packages: ["@redocly/cli@2.77.0"], program: "redocly.mjs" },
  {
    name: "Spectral",
    reads: "openapi.yaml",
    packages: ["@stoplight/spectral-cli@6.16.3"],
    program: "spectral.mjs",
  },
];

import { readFileSync } from "node:fs";
import { getLanguageService } from "yaml-language-server";
import { TextDocument } from "vscode-languageserver-textdocument";
import { document, judge } from "./judge.mjs";

const nothing = () => undefined;
const service = getLanguageService({
  schemaRequestService: async () => readFileSync(document, "utf8"),
  workspaceContext: { resolveRelativePath: (path) => path },
  telemetry: { send: nothing, sendError: nothing, sendTrack: nothing },
  yamlSettings: { documentSettings: new Map() },
});
service.configure({
  validate: true,
  schemas: [{ uri: "file:///schema.json", fileMatch: ["*.yaml"] }],
  customTags: [],
});

let count = 0;
await judge(async (body) => {
  count += 1;
  // Every JSON text is YAML.
  const text = TextDocument.create(`file:///${count}.yaml`, "yaml", 1, JSON.stringify(body));
  return (await service.doValidation(text, false)).length === 0;
});
process.exit();

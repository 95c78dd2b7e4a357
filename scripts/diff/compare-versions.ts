import { compareContracts } from "../drift/compare/compare-contracts.js";
import { readOperation } from "../drift/source/find-operation.js";
import { isSchema } from "../drift/wire/read-keywords.js";
import type { Schema } from "../drift/wire/read-keywords.js";
import type { Json } from "../drift/wire/shape.js";
import { judgeChange } from "./judge-change.js";
import type { Change } from "./judge-change.js";
import { askOasdiff } from "./second-opinion.js";
import type { Opinion } from "./second-opinion.js";
import { largerStep } from "./semver.js";
import type { Step } from "./semver.js";

/** Two versions of the contract, compared. */
export interface VersionDiff {
  changes: Change[];
  opinion: Opinion;
  /** Names of schemas that are gone, and with them the types of these names. */
  goneNames: string[];
  /** The step that the version has to take. */
  step: Step;
}

/** One version of the contract: its document and how messages call it. */
export interface Version {
  name: string;
  document: Schema;
}

/**
 * Compares two versions of the contract. What crosses the wire decides; oasdiff adds what happens outside the bodies.
 * @throws ToolError when a document does not describe the endpoint
 */
export async function compareTwoVersions(old: Version, current: Version): Promise<VersionDiff> {
  const [before, after] = [
    readOperation(old.document, old.name),
    readOperation(current.document, current.name),
  ];
  const changes = compareContracts(after, before).map(judgeChange);
  const opinion = await askOasdiff(old.document, current.document);
  const goneNames = listNames(old.document).filter((name) => !listNames(current.document).includes(name));
  const isBreaking =
    changes.some((change) => change.isBreaking) || opinion.outside.length + goneNames.length > 0;
  const words: Step = textOf(old.document) === textOf(current.document) ? "none" : "patch";
  const step = isBreaking ? "major" : largerStep(words, changes.length > 0 ? "minor" : "none");
  return { changes, opinion, goneNames, step };
}

function listNames({ components }: Schema): string[] {
  const schemas = isSchema(components) ? components["schemas"] : undefined;
  return isSchema(schemas) ? Object.keys(schemas) : [];
}

/** The document without what says which version it is. */
function textOf(document: Schema): string {
  const { "x-generated": _banner, info, ...rest } = document;
  const { version: _version, ...words } = isSchema(info) ? info : {};
  return JSON.stringify({ ...rest, info: words } satisfies Record<string, Json>);
}

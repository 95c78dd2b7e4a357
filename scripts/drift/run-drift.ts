import { statSync } from "node:fs";
import { DRIFT_HELP, parseDriftArguments } from "./arguments.js";
import { compareContracts } from "./compare/compare-contracts.js";
import type { Contract } from "./compare/compare-contracts.js";
import { findReason } from "./compare/find-reason.js";
import type { Edition } from "./compare/find-reason.js";
import { formatJson } from "./report/format-json.js";
import { formatMarkdown } from "./report/format-markdown.js";
import { formatTable } from "./report/format-table.js";
import type { Report } from "./report/report.js";
import { fetchPackage } from "./source/fetch-package.js";
import { readOperation } from "./source/find-operation.js";
import { loadDocument } from "./source/load-document.js";
import { readPackage } from "./source/read-package.js";

const CACHE = ".cache/sdk";
const FORMATS = { table: formatTable, json: formatJson, markdown: formatMarkdown };

/**
 * Runs `npm run drift` with its arguments.
 * @returns the exit code: 0 no drift, 1 drift
 * @throws ToolError when the comparison cannot be made
 */
export async function runDrift(argv: readonly string[], print: (text: string) => void): Promise<number> {
  const options = parseDriftArguments(argv);
  if (options.help) {
    print(DRIFT_HELP);
    return 0;
  }
  const ours = readOperation(await loadDocument(options.ours), options.ours);
  const source =
    options.sdk === undefined ? await readDocument(options.document) : await readSdk(options.sdk);
  const report: Report = { ours: options.ours, upstream: source.name, differences: [], deviations: [] };
  for (const difference of compareContracts(ours, source.contract)) {
    const reason = findReason(difference, source.edition);
    if (reason === undefined) report.differences.push(difference);
    else report.deviations.push({ difference, reason });
  }
  print(FORMATS[options.format](report));
  return report.differences.length > 0 ? 1 : 0;
}

interface Source {
  name: string;
  contract: Contract;
  edition: Edition;
}

async function readDocument(place: string): Promise<Source> {
  return {
    name: place,
    contract: readOperation(await loadDocument(place), place),
    edition: { kind: "document" },
  };
}

async function readSdk(wanted: string): Promise<Source> {
  if (statSync(wanted, { throwIfNoEntry: false })?.isDirectory()) {
    return { name: wanted, contract: readPackage(wanted), edition: { kind: "sdk" } };
  }
  const { folder, name, version } = await fetchPackage(wanted, CACHE);
  return { name: `${name}@${version}`, contract: readPackage(folder), edition: { kind: "sdk", version } };
}

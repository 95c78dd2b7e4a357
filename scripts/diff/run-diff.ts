import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { loadDocument } from "../drift/source/load-document.js";
import { isSchema } from "../drift/wire/read-keywords.js";
import type { Schema } from "../drift/wire/read-keywords.js";
import { DIFF_HELP, parseDiffArguments } from "./arguments.js";
import { compareTwoVersions } from "./compare-versions.js";
import type { VersionDiff } from "./compare-versions.js";
import { formatDiff, formatDiffJson } from "./format-diff.js";
import { CURRENT, keepReleased, RELEASED } from "./released.js";
import { bumpVersion, compareVersions, parseVersion } from "./semver.js";

/**
 * Runs `npm run diff` with its arguments.
 * @returns the exit code: 0 when the version moves far enough, 1 when it does not
 * @throws ToolError when the comparison cannot be made
 */
export async function runDiff(argv: readonly string[], print: (text: string) => void): Promise<number> {
  const options = parseDiffArguments(argv);
  if (options.help) return printAndPass(print, DIFF_HELP);
  if (options.keep) {
    await keepReleased();
    return printAndPass(print, `${RELEASED} is now ${CURRENT}: commit it`);
  }
  if (options.old === undefined && !existsSync(RELEASED)) {
    return printAndPass(
      print,
      `nothing to compare: there is no ${RELEASED} yet; npm run diff -- --keep makes it`,
    );
  }
  const old = await loadVersion(options.old ?? RELEASED);
  const current = await loadVersion(options.current ?? CURRENT);
  const version = options.current === undefined ? await readPackageVersion() : current.version;
  const diff = await compareTwoVersions(old, current);
  const title = `${old.name} (${old.version}) -> ${current.name} (${version})`;
  const complaint = checkStep(diff, old.version, version);
  print(options.json ? formatDiffJson(diff) : formatDiff(diff, title));
  if (!options.json) print(`\n${complaint ?? `Version ${version} is a large enough step.`}`);
  return complaint === undefined ? 0 : 1;
}

function printAndPass(print: (text: string) => void, text: string): number {
  print(text);
  return 0;
}

async function loadVersion(name: string): Promise<{ name: string; document: Schema; version: string }> {
  const document = await loadDocument(name);
  const { info } = document;
  const version = isSchema(info) && typeof info["version"] === "string" ? info["version"] : "no version";
  return { name, document, version };
}

async function readPackageVersion(): Promise<string> {
  const text = await readFile("package.json", "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function checkStep({ step, opinion }: VersionDiff, from: string, to: string): string | undefined {
  if (!parseVersion(from) || !parseVersion(to)) return undefined;
  const needed = bumpVersion(from, step);
  if (compareVersions(to, needed) < 0)
    return `Version ${to} is too small a step: at least ${needed} (${step}).`;
  const breaking = bumpVersion(from, "major");
  if (opinion.inside.length === 0 || compareVersions(to, breaking) >= 0) return undefined;
  return `Version ${to} is a large enough step only if oasdiff is wrong: settle its lines above, or go to ${breaking}.`;
}

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { compareVersions, parseVersion } from "../diff/semver.js";
import type { Manifest, Verdict } from "./check.js";

/** What the version is checked against; undefined where there is no such file. */
export interface VersionFacts {
  version: string;
  /** `info.version` of generated/contract.json. */
  documentVersion: string;
  /** `info.version` of the last released document. */
  releasedVersion: string | undefined;
  changelog: string | undefined;
}

/** Checks that package, document and changelog name the same, new version. */
export async function checkVersion(manifest: Manifest): Promise<Verdict> {
  const released = await readIfThere("generated/released/contract.json");
  return judgeVersion({
    version: manifest.version,
    documentVersion: readVersion(await readFile("generated/contract.json", "utf8")),
    releasedVersion: released === undefined ? undefined : readVersion(released),
    changelog: await readIfThere("CHANGELOG.md"),
  });
}

/** Judges the facts; each complaint says what to do. */
export function judgeVersion({
  version,
  documentVersion,
  releasedVersion,
  changelog,
}: VersionFacts): Verdict {
  const complaints: string[] = [];
  if (!parseVersion(version)) complaints.push(`package.json: "${version}" is no version`);
  if (documentVersion !== version) {
    complaints.push(`openapi/openapi.yaml: info.version is ${documentVersion}, package.json says ${version}`);
  }
  if (releasedVersion !== undefined && compareVersions(version, releasedVersion) <= 0) {
    complaints.push(`package.json: ${version} is not newer than the last release, ${releasedVersion}`);
  }
  if (changelog === undefined) complaints.push("CHANGELOG.md is missing");
  else if (countEntries(changelog, version) === 0)
    complaints.push(`CHANGELOG.md: nothing is listed under ${version}`);
  if (complaints.length === 0) return { ok: true, line: `${version}, told in CHANGELOG.md` };
  const [first = "", ...others] = complaints;
  return { ok: false, line: first, details: others };
}

/** How many list items stand under the heading of a version, such as `## 1.1.0` or `## [1.1.0] - 2026-11-23`. */
function countEntries(changelog: string, version: string): number {
  const lines = changelog.split("\n");
  const isHeading = (line: string): boolean => /^## /.test(line);
  const start = lines.findIndex(
    (line) => isHeading(line) && line.replace(/[[\]v]/g, "").split(/\s+/)[1] === version,
  );
  if (start < 0) return 0;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(isHeading);
  return rest.slice(0, end < 0 ? undefined : end).filter((line) => /^[-*] /.test(line)).length;
}

async function readIfThere(path: string): Promise<string | undefined> {
  return existsSync(path) ? await readFile(path, "utf8") : undefined;
}

function readVersion(text: string): string {
  const document = JSON.parse(text) as { info?: { version?: string } };
  return document.info?.version ?? "missing";
}

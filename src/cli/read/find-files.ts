import { type Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../command.js";
import { SOURCE_ENDINGS } from "./parse-source.js";

/** One part of a pattern between slashes: any number of folders, or a test of one name. */
type PatternStep = "**" | RegExp;

/** A regular expression for the names of files that hold requests, as patterns have. */
const SOURCE_FILE = new RegExp(
  `^(?!\\.).*(${SOURCE_ENDINGS.map((ending) => `\\${ending}`).join("|")})$`,
  "is",
);

/**
 * Lists the files that the arguments name, in order: of a pattern (`*`, `?`, `**`, `{a,b}`) those that it matches,
 * of a folder all JSON, JSON Lines and YAML files in it, at any depth; anything else, `-` included, stays as it is.
 * @throws {UsageError} when a pattern matches nothing or a folder holds no such file
 */
export async function findFiles(args: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const arg of args) {
    const found = await expand(arg);
    for (const file of found.sort()) files.add(file);
  }
  return [...files];
}

async function expand(arg: string): Promise<string[]> {
  const found: string[] = [];
  if (await isFolder(arg)) {
    await collect(arg, ["**", SOURCE_FILE], found);
    if (found.length === 0) throw new UsageError(`No ${SOURCE_ENDINGS.join(", ")} file is in '${arg}'.`);
  } else if (/[*?]|\{[^{}]*,[^{}]*\}/.test(arg)) {
    for (const { root, steps } of splitPattern(arg)) await collect(root, steps, found);
    if (found.length === 0) throw new UsageError(`No file matches '${arg}'.`);
  } else found.push(arg);
  return found;
}

async function isFolder(name: string): Promise<boolean> {
  if (name === "-") return false;
  return stat(name).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

async function collect(folder: string, steps: readonly PatternStep[], found: string[]): Promise<void> {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  if (step === "**") await collect(folder, rest, found);
  for (const entry of await listFolder(folder)) {
    const path = join(folder, entry.name);
    if (step === "**") {
      const skipped = entry.name.startsWith(".") || entry.name === "node_modules";
      if (entry.isDirectory() && !skipped) await collect(path, steps, found);
    } else if (step.test(entry.name)) {
      if (rest.length > 0) await collect(path, rest, found);
      else if (!entry.isDirectory()) found.push(path);
    }
  }
}

/** The entries of a folder; none where it cannot be read, as a pattern that leads nowhere matches nothing. */
async function listFolder(folder: string): Promise<Dirent[]> {
  return readdir(folder || ".", { withFileTypes: true }).catch(() => []);
}

/** Splits a pattern into the folder it starts from and its steps, once for each choice of its braces. */
function splitPattern(pattern: string): { root: string; steps: PatternStep[] }[] {
  return expandBraces(pattern).map((choice) => {
    const parts = choice.split(/[\\/]/);
    const fixed = parts.findIndex((part) => /[*?]/.test(part));
    const first = fixed < 0 ? parts.length - 1 : fixed;
    const root = parts.slice(0, first).join("/") || (choice.startsWith("/") ? "/" : "");
    return { root, steps: parts.slice(first).map(toStep) };
  });
}

function expandBraces(pattern: string): string[] {
  const braces = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(pattern);
  if (!braces) return [pattern];
  const [, before = "", choices = "", after = ""] = braces;
  return choices.split(",").flatMap((choice) => expandBraces(before + choice + after));
}

/** Names that begin with a dot are matched only by a pattern that does, as in a shell. */
function toStep(part: string): PatternStep {
  if (part === "**") return "**";
  const source = part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${part.startsWith(".") ? "" : "(?!\\.)"}${source}$`, "s");
}

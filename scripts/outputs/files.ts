import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const GENERATED = fileURLToPath(new URL("../../generated/", import.meta.url));

export interface Change {
  file: string;
  /** In lines. */
  added: number;
  /** In lines. */
  removed: number;
}

/** What differs on disk from the outputs; a file that no step makes any more counts as a change. */
export async function compareOutputs(outputs: Map<string, string>, folder = GENERATED): Promise<Change[]> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { withFileTypes: true });
  const present = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const changes = await Promise.all(
    [...new Set([...outputs.keys(), ...present])].sort().map(async (file) => {
      const before = present.includes(file) ? await readFile(join(folder, file), "utf8") : "";
      const after = outputs.get(file) ?? "";
      return before === after ? undefined : { file, ...countLines(before, after) };
    }),
  );
  return changes.filter((change) => change !== undefined);
}

/** Writes the changed outputs; each file is replaced whole, so that nothing half-written can be read. */
export async function writeOutputs(
  outputs: Map<string, string>,
  changes: Change[],
  folder = GENERATED,
): Promise<void> {
  for (const { file } of changes) {
    const text = outputs.get(file);
    if (text === undefined) await rm(join(folder, file));
    else {
      await writeFile(join(folder, `.${file}.new`), text);
      await rename(join(folder, `.${file}.new`), join(folder, file));
    }
  }
}

/** Lines that only one of the texts has, without regard to their order. */
function countLines(before: string, after: string): { added: number; removed: number } {
  const counts = new Map<string, number>();
  for (const line of after.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of before.split("\n")) counts.set(line, (counts.get(line) ?? 0) - 1);
  let added = 0;
  let removed = 0;
  for (const count of counts.values()) {
    if (count > 0) added += count;
    else removed -= count;
  }
  return { added, removed };
}

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Writes these files into a new folder; gives its path and a way to remove it. */
export async function temporaryFolder(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "input-tokens-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return {
    folder,
    path: (name: string) => join(folder, name),
    remove: () => rm(folder, { recursive: true }),
  };
}

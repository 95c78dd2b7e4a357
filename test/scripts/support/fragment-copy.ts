import { cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FRAGMENT } from "../../../scripts/fragment/source.js";

/** A copy of openapi/ that a test may break. */
export interface FragmentCopy {
  folder: string;
  /** Replaces a text, which must be there once, in a file of the fragment. */
  edit(file: string, text: string, replacement: string): Promise<void>;
  /** Brings a file back to what the repository holds. */
  restore(file: string): Promise<void>;
  remove(): Promise<void>;
}

export async function copyFragment(): Promise<FragmentCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "fragment-")));
  const folder = join(root, "openapi");
  await cp(FRAGMENT, folder, { recursive: true });
  const read = (file: string): Promise<string> => readFile(join(folder, file), "utf8");
  return {
    folder,
    async edit(file, text, replacement) {
      const before = await read(file);
      if (before.split(text).length !== 2) throw new Error(`${file} has not one ${JSON.stringify(text)}.`);
      await writeFile(
        join(folder, file),
        before.replace(text, () => replacement),
      );
    },
    restore: (file) => cp(join(FRAGMENT, file), join(folder, file)),
    remove: () => rm(root, { recursive: true }),
  };
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../../scripts/package/root.js";

/** The files that package.json's exports and bin name, as paths from the package's root. */
export async function listTargets(): Promise<string[]> {
  const { exports, bin } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as Record<
    "exports" | "bin",
    unknown
  >;
  return listStrings([exports, bin]).map((target) => target.replace("./", ""));
}

function listStrings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listStrings) : [];
}

import { copyFile, mkdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { ToolError } from "../drift/tool-error.js";
import { NOT_BREAKING } from "./second-opinion.js";

/** The bundled document of the working tree. */
export const CURRENT = "generated/contract.json";

/** The bundled document of the last release: a copy, made by `npm run diff -- --keep` when a version is published. */
export const RELEASED = "generated/released/contract.json";

/**
 * Keeps the bundled document as the last released one and forgets what was accepted on the way to it.
 * @throws ToolError when there is no bundled document
 */
export async function keepReleased(): Promise<void> {
  if (!existsSync(CURRENT)) throw new ToolError(`there is no file ${CURRENT}: run npm run generate`);
  await mkdir(dirname(RELEASED), { recursive: true });
  await copyFile(CURRENT, RELEASED);
  await rm(NOT_BREAKING, { force: true });
}

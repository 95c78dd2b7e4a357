import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../compare/compare-contracts.js";
import { ToolError } from "../tool-error.js";
import { DeclarationReader } from "../wire/read-declarations.js";

const FILE = "resources/responses/input-tokens.d.ts";

/**
 * Reads what the types of the provider's SDK say about the endpoint.
 * @param folder the unpacked package
 * @throws ToolError when the package does not have the types
 */
export function readPackage(folder: string): Contract {
  const file = join(folder, FILE);
  if (!existsSync(file)) throw new ToolError(`${folder} has no ${FILE}: is it the provider's SDK?`);
  const reader = new DeclarationReader(file);
  return {
    request: reader.read("InputTokenCountParams"),
    response: reader.read("InputTokenCountResponse"),
    knows: { limits: false, defaults: false, anything: false },
  };
}

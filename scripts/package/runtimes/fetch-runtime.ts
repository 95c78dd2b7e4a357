import { fetchPackages } from "../fetch-package.js";
import { MissingRuntimeError } from "./runtime.js";

/**
 * Takes a runtime's packages from npm into `.cache/runtimes`, unless they are there.
 * @returns the folder
 * @throws {MissingRuntimeError} when npm does not have or give them
 */
export async function fetchRuntime(name: string, packages: readonly string[]): Promise<string> {
  return fetchPackages("runtimes", name, packages).catch((error: unknown) => {
    throw new MissingRuntimeError(`npm does not give ${packages.join(" and ")}.`, { cause: error });
  });
}

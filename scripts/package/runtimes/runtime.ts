import type { Project } from "../install.js";
import type { Upstream } from "./upstream.js";

/** Where a runtime is tried. */
export interface Trial {
  /** Holds the installed package and the users' code of test/package/runtimes. */
  project: Project;
  upstream: Upstream;
}

/** What a runtime told of itself. */
export interface Outcome {
  version: string;
  report: unknown;
}

/** A place where JavaScript runs. */
export interface Runtime {
  /** For people: `Node 20`. */
  name: string;
  /** What the runtime is to report; the same for all but for what they let code do. */
  canEvaluate: boolean;
  /** @throws {MissingRuntimeError} when the runtime is not there and cannot be had */
  run(trial: Trial): Promise<Outcome>;
}

/** Says that a runtime is not there, and why. */
export class MissingRuntimeError extends Error {
  override readonly name = "MissingRuntimeError";
}

/** The name of a runtime for `--skip`: `node20`. */
export function toSkipName({ name }: Pick<Runtime, "name">): string {
  return name.toLowerCase().replaceAll(" ", "");
}

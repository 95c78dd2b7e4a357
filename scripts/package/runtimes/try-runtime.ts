import { isDeepStrictEqual } from "node:util";
import { MissingRuntimeError, type Runtime, type Trial } from "./runtime.js";

/** How a runtime fared. */
export interface Result {
  name: string;
  version: string;
  verdict: "ok" | "FAILS" | "missing" | "skipped";
  /** What is wrong and what to do; empty where all is well. */
  reason: string;
}

/** Runs the users' code in a runtime and compares what it reports. Never rejects. */
export async function tryRuntime(runtime: Runtime, trial: Trial): Promise<Result> {
  const { name } = runtime;
  trial.upstream.takeKeys();
  try {
    const { version, report } = await runtime.run(trial);
    const got = { ...(report as object), keys: trial.upstream.takeKeys() };
    const expected = expectReport(runtime);
    if (isDeepStrictEqual(got, expected)) return { name, version, verdict: "ok", reason: "" };
    const reason = `reports\n  ${JSON.stringify(got)}\nin place of\n  ${JSON.stringify(expected)}`;
    return { name, version, verdict: "FAILS", reason };
  } catch (error) {
    const missing = error instanceof MissingRuntimeError;
    const reason = error instanceof Error ? error.message : String(error);
    return { name, version: "", verdict: missing ? "missing" : "FAILS", reason };
  }
}

/** What the users' code (test/package/runtimes/check.mjs) reports where all is well. */
function expectReport({ canEvaluate }: Runtime): object {
  return {
    validated: [true, "input[0].content"],
    counted: [11, "RequestValidationError"],
    evaluated: canEvaluate,
    served: [
      [200, 11],
      [400, "input[0].content"],
      [400, null],
      [405, null],
    ],
    keys: ["Bearer key", "Bearer caller"],
  };
}

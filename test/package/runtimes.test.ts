import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { install } from "../../scripts/package/install.js";
import { pack } from "../../scripts/package/pack.js";
import { runServer } from "../../scripts/package/runtimes/binary.js";
import { copyPrograms } from "../../scripts/package/runtimes/copy-programs.js";
import { runRuntimes } from "../../scripts/package/runtimes/run-runtimes.js";
import { MissingRuntimeError, type Runtime, type Trial } from "../../scripts/package/runtimes/runtime.js";
import { startUpstream } from "../../scripts/package/runtimes/upstream.js";

const here: Runtime = {
  name: "Node here",
  canEvaluate: true,
  run: ({ project, upstream }) => runServer(process.execPath, [], project.folder, upstream.url),
};
const absent: Runtime = {
  name: "Netscape 4",
  canEvaluate: true,
  run: () => Promise.reject(new MissingRuntimeError("npm does not give netscape@4.")),
};
const wrong: Runtime = {
  name: "Wrong",
  canEvaluate: true,
  run: () => Promise.resolve({ version: "1.0", report: { counted: [12] } }),
};

let trial: Trial;

beforeAll(async () => {
  const project = await install((await pack()).tarball);
  await copyPrograms(project);
  trial = { project, upstream: await startUpstream() };
});

afterAll(async () => {
  trial.upstream.close();
  await trial.project.remove();
});

async function runAll(args: string[], runtimes: Runtime[]) {
  const lines: string[] = [];
  const add = (text: string): void => void lines.push(...text.trim().split("\n"));
  const exitCode = await runRuntimes(args, runtimes, trial, { print: add, complain: add });
  return { exitCode, lines };
}

describe("npm run test:runtimes", () => {
  test("finds that the packed package validates, counts and serves here", async () => {
    const { exitCode, lines } = await runAll([], [here]);
    expect(lines.slice(2)).toEqual([`| Node here | ${process.versions.node} | ok |`]);
    expect(exitCode).toBe(0);
  });

  test("fails for a runtime that is missing, and says how to go without it", async () => {
    const { exitCode, lines } = await runAll([], [absent]);
    expect(lines.slice(2)).toEqual([
      "| Netscape 4 |  | missing |",
      "Netscape 4 is missing: npm does not give netscape@4. To go without it: --skip netscape4",
    ]);
    expect(exitCode).toBe(1);
  });

  test("goes without the runtimes named in --skip", async () => {
    const { exitCode, lines } = await runAll(["--skip", "netscape4,Wrong"], [absent, wrong]);
    expect(lines.slice(2)).toEqual(["| Netscape 4 |  | skipped |", "| Wrong |  | skipped |"]);
    expect(exitCode).toBe(0);
  });

  test("fails for a runtime that reports something else, and shows both", async () => {
    const { exitCode, lines } = await runAll([], [wrong]);
    expect(lines.slice(2, 5)).toEqual([
      "| Wrong | 1.0 | FAILS |",
      "Wrong fails: reports",
      '  {"counted":[12],"keys":[]}',
    ]);
    expect(exitCode).toBe(1);
  });

  test("knows the names that --skip takes", async () => {
    const { exitCode, lines } = await runAll(["--skip", "mosaic"], [absent, wrong]);
    expect(lines).toEqual(["--skip knows no mosaic; there are netscape4, wrong."]);
    expect(exitCode).toBe(2);
  });
});

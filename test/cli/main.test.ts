import { describe, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "../../scripts/package/child-environment.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const VERSION = /^\d+\.\d+\.\d+\n$/;

/** Starts the real program, without a key. */
function start(...args: string[]) {
  return startWith({}, ...args);
}

function startWith(env: NodeJS.ProcessEnv, ...args: string[]) {
  return spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...args], {
    cwd: ROOT,
    env: childEnvironment(env),
  });
}

/** Runs the real program to its end. */
function runMain(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = start(...args);
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.end();
  });
}

describe("the program", () => {
  test.each([
    [["--version"], 0, VERSION],
    [["--help"], 0, /^ {2}count +count the input tokens of request bodies$/m],
    [["count", "--help"], 0, /^Examples:\n {2}input-tokens count$/m],
    [["count"], 0, /^4 requests, at least [\d,]+ tokens \(estimate; best guess [\d,]+\)$/m],
  ])("answers %j", async (args, code, out) => {
    const result = await runMain(...args);
    expect(result).toEqual({ code, out: expect.stringMatching(out), err: "" });
    expect(result.out).not.toContain("\u001b");
  });

  test("refuses an unknown command", async () => {
    expect(await runMain("bogus")).toEqual({
      code: 2,
      out: "",
      err: "There is no command 'bogus'.\nSee: input-tokens --help\n",
    });
  });

  test("proposes the command that a mistyped one may stand for", async () => {
    expect((await runMain("cuont")).err).toBe(
      "There is no command 'cuont'. Did you mean 'count'?\nSee: input-tokens --help\n",
    );
  });

  test("has colours when they are forced, though nobody watches", async () => {
    const child = startWith({ FORCE_COLOR: "1", NO_COLOR: undefined }, "count");
    expect(await text(child.stdout)).toContain("\u001b[33m (estimate)\u001b[39m");
  });

  test.each([
    ["count", '{"input":"hi"}\n'],
    ["validate", '{"input":5}\n'],
  ])("ends without a word and without success when the reader of %s goes away", async (command, line) => {
    const child = start(command, "--json", "-");
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.on("error", () => undefined);
    child.stdin.end(line.repeat(20_000));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, err }).toEqual({ code: 141, err: "" });
  });

  test("ends without a word on SIGINT", async () => {
    const child = start("count", "-");
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdin.write("{");
    child.stdout.once("data", () => child.kill("SIGINT")); // it now waits for its input
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, err }).toEqual({ code: 130, err: "" });
  });
});

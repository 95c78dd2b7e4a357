import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { runTool, sayInOneLine, ToolError } from "../../../scripts/drift/tool-error.js";

describe("sayInOneLine", () => {
  test("gives the first line, cut short", () => {
    expect(sayInOneLine(new Error("one\n  at two"))).toBe("one");
    expect(sayInOneLine("x".repeat(400))).toHaveLength(300);
  });
});

describe("runTool", () => {
  afterEach(() => {
    process.exitCode = undefined;
    jest.restoreAllMocks();
  });

  test("exits with the tool's code", async () => {
    await runTool("drift", () => Promise.resolve(1));
    expect(process.exitCode).toBe(1);
  });

  test.each([
    [new ToolError("there is no file x"), "drift: there is no file x"],
    [new RangeError("Maximum call stack size exceeded"), "drift: the document is nested too deeply"],
    [new TypeError("oops\n    at somewhere"), "drift: oops"],
  ])("exits with 2 and prints one line for %s", async (error, line) => {
    const print = jest.spyOn(console, "error").mockImplementation(() => undefined);
    await runTool("drift", () => Promise.reject(error));
    expect(print.mock.calls).toEqual([[line]]);
    expect(process.exitCode).toBe(2);
  });
});

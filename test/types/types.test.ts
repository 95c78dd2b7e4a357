import { describe, expect, test } from "@jest/globals";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const FOLDER = "test/types";
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".types.ts"));

/** Each fault that the compiler finds in these files, as `file:line message`. */
function check(): string[] {
  const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [] },
    ts.sys,
    process.cwd(),
  );
  const program = ts.createProgram(
    files.map((file) => join(FOLDER, file)),
    options,
  );
  const found = files.flatMap((file) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(join(FOLDER, file))),
  );
  return found.map(({ file, start = 0, messageText }) => {
    const { line } = file?.getLineAndCharacterOfPosition(start) ?? { line: -1 };
    return `${file?.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0]}`;
  });
}

describe("the types", () => {
  test("take and refuse what these files say", () => {
    expect(files).toEqual(["request.types.ts", "sdk.types.ts", "validate.types.ts"]);
    expect(check()).toEqual([]);
  }, 60_000);
});

import { beforeAll, describe, expect, test } from "@jest/globals";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { fetchPackage } from "../../scripts/drift/source/fetch-package.js";

const FOLDER = "test/types";
const NEWEST = "openai@7.57.0";
/** Where `npm run drift` keeps packages, too. */
const CACHE = ".cache/sdk";

/** Each fault that the compiler finds in these files, as `file:line message`. */
function check(files: string[], paths: ts.MapLike<string[]> = {}): string[] {
  const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [] },
    ts.sys,
    process.cwd(),
  );
  const roots = files.map((file) => join(FOLDER, file));
  const program = ts.createProgram(roots, { ...options, paths });
  const found = roots.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  return found.map(({ file, start = 0, messageText }) => {
    const { line } = file?.getLineAndCharacterOfPosition(start) ?? { line: -1 };
    return `${file?.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0]}`;
  });
}

describe("the types", () => {
  test("take and refuse what these files say", () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith(".types.ts"));
    expect(files).toEqual(["request.types.ts", "sdk-6.39.types.ts", "sdk.types.ts", "validate.types.ts"]);
    expect(check(files)).toEqual([]);
  }, 120_000);
});

// It needs a later Node than this package, so it is no dependency: without the registry this fails, and says so.
describe(`the types beside those of ${NEWEST}`, () => {
  let folder: string;

  beforeAll(async () => {
    folder = (await fetchPackage(NEWEST, CACHE)).folder;
  }, 240_000);

  test("take and refuse what these files say", () => {
    const paths = { "openai/*": [join(process.cwd(), folder, "*.d.ts")] };
    expect(check(["sdk.types.ts", "newest/sdk-7.57.types.ts"], paths)).toEqual([]);
  }, 120_000);
});

import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../root.js";

/**
 * Compiles files of this repository as `npm run typecheck` does.
 * @param files paths from the repository's root
 * @param paths where modules are, if elsewhere than in node_modules
 * @returns each fault of these files, as `file:line message`
 */
export function findFaults(files: readonly string[], paths: ts.MapLike<string[]> = {}): string[] {
  const program = ts.createProgram([...files], { ...readOptions(), paths });
  const found = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  return found.map(({ file, start = 0, messageText }) => {
    const { line } = file?.getLineAndCharacterOfPosition(start) ?? { line: -1 };
    return `${file?.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0]}`;
  });
}

/** The compiler's options of this repository. */
export function readOptions(): ts.CompilerOptions {
  const read = (path: string) => ts.sys.readFile(path);
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), read) as { config: object };
  return ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT).options;
}

import { dirname, join } from "node:path";
import ts from "typescript";
import { readOptions } from "../../../scripts/package/types/find-faults.js";

/** A program of texts that stand in test/types without being there. */
function createProgram(texts: Map<string, string>, changes: ts.CompilerOptions = {}): ts.Program {
  const options = { ...readOptions(), ...changes };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists.call(host, file);
  host.readFile = (file) => texts.get(file) ?? readFile.call(host, file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile.call(host, file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  return ts.createProgram([...texts.keys()], options, host);
}

/** Gives the texts paths from which `../../generated/types.js` and `../../src` can be imported. */
function place(texts: readonly string[]): Map<string, string> {
  return new Map(texts.map((text, index) => [join(process.cwd(), "test/types", `text-${index}.ts`), text]));
}

/** The whole words that the compiler has for each text. */
export function compileTexts(texts: readonly string[]): string[] {
  const placed = place(texts);
  const program = createProgram(placed);
  return [...placed.keys()].map((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
      .join("\n"),
  );
}

/** The declarations that the compiler writes for a text. */
export function emitDeclarations(text: string): string {
  const placed = place([text]);
  const [file = ""] = placed.keys();
  const program = createProgram(placed, { noEmit: false, declaration: true, emitDeclarationOnly: true });
  let declarations = "";
  program.emit(program.getSourceFile(file), (_name, written) => (declarations += written));
  return declarations;
}

/** Parses the compiler's own declarations once for all editors. */
const registry = ts.createDocumentRegistry();

let editors = 0;

/** A language service that knows one text, as an editor has one. */
export function openEditor(text: string): { service: ts.LanguageService; file: string } {
  const file = join(process.cwd(), "test/types/text.ts");
  const options = readOptions();
  const version = String((editors += 1));
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? version : "1"),
    getScriptSnapshot(name) {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => dirname(file),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? text : ts.sys.readFile(name)),
  };
  return { service: ts.createLanguageService(host, registry), file };
}

import { writeFileSync } from "node:fs";
import ts from "typescript";

/** What the compiler says of further keys where an object is written out; bodies that are read may have them. */
const FURTHER_KEYS = [2353, 2561];

/**
 * Those bodies that the compiler takes for a type.
 * @param {string} declaration TypeScript that declares the type `Body`
 */
export function compileBodies(declaration, bodies) {
  // One statement a line, so that a fault's line tells the body.
  const lines = bodies.map((body, index) => `export const body${index}: Body = ${JSON.stringify(body)};`);
  writeFileSync("bodies.ts", [declaration, ...lines].join("\n"));
  const program = ts.createProgram(["bodies.ts"], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const source = program.getSourceFile("bodies.ts");
  const faults = program.getSemanticDiagnostics(source).filter(({ code }) => !FURTHER_KEYS.includes(code));
  const wrong = new Set(faults.map(({ start }) => source.getLineAndCharacterOfPosition(start).line - 1));
  return bodies.filter((_, index) => !wrong.has(index));
}

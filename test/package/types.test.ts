import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import ts from "typescript";
import { install, type Project } from "../../scripts/package/install.js";
import { pack } from "../../scripts/package/pack.js";
import { MODULES, NAME } from "../../scripts/package/subpaths.js";
import { LINKED, PROGRAMS, writeProgram } from "../../scripts/package/types/programs.js";

let project: Project;

beforeAll(async () => {
  project = await install((await pack()).tarball, { link: LINKED });
});

afterAll(() => project.remove());

describe("the types of the packed package", () => {
  test("serve ES modules and CommonJS of users; npm run test:types tries other compilers", async () => {
    const files = await Promise.all(PROGRAMS.map((program) => writeProgram(project, program)));
    const text = (line: (name: string, index: number) => string) => MODULES.map(line).join("\n");
    await project.write(
      "all.mts",
      text((name, index) => `export * as all${index} from "${name}";`),
    );
    await project.write(
      "all.cts",
      text((name, index) => `export import all${index} = require("${name}");`),
    );
    await project.write("bad.cts", `import { validateRequest } from "${NAME}";\nvalidateRequest();\n`);
    expect(listFaults([...files.flat(), "all.mts", "all.cts", "bad.cts"])).toEqual([
      "bad.cts: Expected 1-2 arguments, but got 0.",
    ]);
  });
});

/** Compiles files of the project; checks them and the package, and to save time nobody else's declarations. */
function listFaults(names: string[]): string[] {
  const program = ts.createProgram({
    rootNames: names.map((name) => join(project.folder, name)),
    options: {
      strict: true,
      noEmit: true,
      esModuleInterop: true,
      resolveJsonModule: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      types: ["node"],
      typeRoots: [join(project.folder, "node_modules/@types")],
    },
  });
  const own = program
    .getSourceFiles()
    .filter(
      ({ fileName }) => !fileName.includes("node_modules") || fileName.includes(`node_modules/${NAME}/`),
    );
  return own.flatMap((file) =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) =>
        `${file.fileName.slice(project.folder.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    ),
  );
}

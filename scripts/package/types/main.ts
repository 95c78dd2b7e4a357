import { availableParallelism } from "node:os";
import { fetchPackages } from "../fetch-package.js";
import { install } from "../install.js";
import { mapInTurn } from "../map-in-turn.js";
import { pack } from "../pack.js";
import { formatTable } from "../table.js";
import { compile, type Resolution } from "./compile.js";
import { compareNewestSdk } from "./newest-sdk.js";
import { LINKED, PROGRAMS, writeProgram, type Program } from "./programs.js";

// `npm run test:types`: compiles users' programs against the packed package with old and new compilers, and our types
// beside those of the newest SDK.
const COMPILERS = ["5.4.5", "5.9.3", "6.0.3", "7.0.2"];
const RESOLUTIONS: Resolution[] = ["nodenext", "bundler"];
const MOST_FAULTS = 20;

const project = await install((await pack()).tarball, { link: LINKED });
try {
  await Promise.all(PROGRAMS.map((program) => writeProgram(project, program)));
  const cases = COMPILERS.flatMap((version) =>
    RESOLUTIONS.flatMap((resolution) => PROGRAMS.map((program) => ({ version, resolution, program }))),
  );
  const folders = new Map<string, string>();
  for (const version of COMPILERS) {
    folders.set(version, await fetchPackages("typescript", version, [`typescript@${version}`]));
  }
  const results = await mapInTurn(cases, availableParallelism(), async ({ version, resolution, program }) => {
    const compiler = folders.get(version) ?? "";
    const files = [`${program.name}.mts`, `${program.name}.cts`];
    const faults = await compile(project, { ...program, compiler, resolution, files });
    return { version, resolution, program, faults: faults.filter((fault) => !isForeign(fault, program)) };
  });

  const rows = COMPILERS.map((version) => [
    version,
    ...RESOLUTIONS.map((resolution) => {
      const own = results.filter((result) => result.version === version && result.resolution === resolution);
      const bad = own.filter(({ faults }) => faults.length > 0).map(({ program }) => program.name);
      return bad.length === 0 ? `ok (${own.length} programs)` : `FAILS: ${bad.join(", ")}`;
    }),
  ]);
  console.log(formatTable(["TypeScript", ...RESOLUTIONS], rows));

  const failed = results.filter(({ faults }) => faults.length > 0);
  for (const { version, resolution, program, faults } of failed) {
    console.error(
      `\nTypeScript ${version}, ${resolution}: test/package/consumer/${program.name}.ts does not compile.`,
    );
    for (const fault of faults.slice(0, MOST_FAULTS)) console.error(`  ${fault}`);
  }

  const strange = await compareNewestSdk();
  console.log(strange.length === 0 ? "\nThe types fit the newest SDK's as test/types says." : "");
  for (const fault of strange.slice(0, MOST_FAULTS)) console.error(fault);
  process.exitCode = failed.length > 0 || strange.length > 0 ? 1 : 0;
} finally {
  await project.remove();
}

/** Whether a fault is in the declarations of a framework, not in ours. */
function isForeign(fault: string, { foreign = [] }: Program): boolean {
  const [, name = ""] = /node_modules\/([\w-]+)\/[^(]*\(/.exec(fault) ?? [];
  return foreign.includes(name);
}

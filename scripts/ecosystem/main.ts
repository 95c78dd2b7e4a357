import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CACHE } from "../package/root.js";
import { formatTable } from "../package/table.js";
import { listBodies } from "./bodies.js";
import { COLUMNS, findRegressions, toFigure, toRows, type Figure } from "./figures.js";
import { runTool } from "./run-tool.js";
import { MissingToolError } from "./tool.js";
import { TOOLS } from "./tools.js";

const USAGE = `Usage: npm run test:ecosystem [-- --only <tool> ...] [--keep]

Gives our documents to other people's generators, validators, mocks and linters, and our fixtures to what they make
of them. Tools are fetched into .cache. Fails when one takes fewer valid bodies, refuses fewer faulty ones or finds
more problems than scripts/ecosystem/shares.json says, and where one is missing.

  --only <tool>  this one, as the table has it; may stand several times
  --keep         writes the figures into shares.json, from which the README has its table`;

const SHARES = new URL("shares.json", import.meta.url);

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, keep: { type: "boolean" }, help: { type: "boolean" } },
});

async function tryTools(): Promise<boolean> {
  const { only, keep } = values;
  const before = JSON.parse(await readFile(SHARES, "utf8")) as Figure[];
  const bodies = join(CACHE, "ecosystem/bodies.json");
  await mkdir(join(CACHE, "ecosystem"), { recursive: true });
  await writeFile(bodies, JSON.stringify(listBodies()));
  const figures: Figure[] = [];
  const complaints: string[] = [];
  for (const tool of TOOLS.filter(({ name }) => only?.includes(name) ?? true)) {
    try {
      const outcome = await runTool(tool, bodies);
      const figure = toFigure(tool, outcome);
      figures.push(figure);
      const known = before.find((earlier) => earlier.tool === tool.name);
      if (!keep) complaints.push(...findRegressions(figure, known), ...(outcome.problems ?? []));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      complaints.push(`${tool.name} ${error instanceof MissingToolError ? "is missing" : "fails"}: ${why}`);
    }
  }
  console.log(formatTable(COLUMNS, toRows(figures)));
  for (const complaint of complaints) console.error(`\n${complaint}`);
  if (keep) await writeFile(SHARES, `${JSON.stringify(merge(before, figures), null, 2)}\n`);
  return complaints.length === 0;
}

/** The figures in the order of the tools, new ones in place of earlier ones. */
function merge(before: readonly Figure[], now: readonly Figure[]): Figure[] {
  return TOOLS.flatMap(({ name }) => [...now, ...before].find(({ tool }) => tool === name) ?? []);
}

if (values.help) console.log(USAGE);
else if (!(await tryTools())) process.exitCode = 1;

import { parseArgs } from "node:util";
import { makeBodies } from "./bodies.js";
import { measureBundles } from "./bundles.js";
import { measureCommands } from "./commands.js";
import { makeContenders } from "./contenders.js";
import { measureBodies } from "./measure.js";
import { formatBundles, formatCommands, formatSpeed, writeIntoReadme } from "./report.js";

const USAGE = `Usage: npm run bench [-- --write]

Measures validation against its peers, bundle sizes, start times and build times, all in this one run.

  --write  put the tables into README.md`;

const { values } = parseArgs({ options: { write: { type: "boolean" }, help: { type: "boolean" } } });

async function show(name: string, title: string, table: string): Promise<void> {
  console.log(`\n${title}\n\n${table}`);
  if (values.write) await writeIntoReadme(name, table);
}

if (values.help) console.log(USAGE);
else {
  const figures = measureBodies(makeBodies(), makeContenders());
  await show(
    "speed",
    "Time of one validation over JSON.parse of the same body (medians)",
    formatSpeed(figures),
  );
  await show(
    "sizes",
    "A bundle that exports one validator of the request",
    formatBundles(await measureBundles()),
  );
  await show("commands", "Build times (medians)", formatCommands(await measureCommands()));
}

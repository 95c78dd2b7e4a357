import { FUZZ_HELP, parseFuzzArguments, type FuzzArguments } from "./arguments.js";
import { runDifferential } from "./differential.js";
import { makeAllFaults, measureFaults, shareRight, TARGET } from "./measure.js";
import { reportDifferential, reportMisses, tabulateContenders, tabulateKinds } from "./report.js";

async function fuzz({ seed, bodies, seconds, markdown }: FuzzArguments): Promise<boolean> {
  if (!markdown) console.log(`Comparing ${bodies} bodies from seed ${seed} ...`);
  const comparison = markdown
    ? undefined
    : await runDifferential({ seed, bodies, milliseconds: seconds * 1000 });
  if (comparison) console.log(`${reportDifferential(comparison, seed)}\n`);
  // A run that makes one body again is about that body alone.
  if (comparison?.bodies === 1) return comparison.disagreements.length === 0;
  const faults = measureFaults(await makeAllFaults());
  console.log(`${tabulateKinds(faults)}\n\n${tabulateContenders(faults)}`);
  if (faults.misses.length > 0) console.log(`\n${reportMisses(faults)}`);
  return (comparison?.disagreements.length ?? 0) === 0 && shareRight(faults) >= TARGET;
}

function readArguments(): FuzzArguments | undefined {
  try {
    return parseFuzzArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`fuzz: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

const wanted = readArguments();
if (!wanted) process.exitCode = 2;
else if (wanted.help) console.log(FUZZ_HELP);
else if (!(await fuzz(wanted))) process.exitCode = 1;

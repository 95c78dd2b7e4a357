import { watch } from "node:fs";
import { parseArgs } from "node:util";
import { FragmentError } from "./fragment/problem.js";
import { FRAGMENT, locateSchema, readFragment } from "./fragment/source.js";
import { compareOutputs, writeOutputs } from "./outputs/files.js";
import { startTypes } from "./outputs/types.js";
import { ShapeError } from "./validators/shape-error.js";

const USAGE = `Usage: npm run generate [-- --check | --watch]

Makes generated/ from openapi/: the bundled document, the JSON Schema, the types and the validators.

  --check  write nothing; fail when a committed file is not what the fragment makes
  --watch  make it again whenever a YAML file is saved`;

/** Milliseconds to wait for an editor to finish saving. */
const SETTLE = 50;

async function generate(check: boolean): Promise<boolean> {
  // Two threads load their libraries side by side; loading them is most of the work.
  const makeTypes = startTypes();
  const [{ bundleFragment }, { makeOutputs }] = await Promise.all([
    import("./fragment/bundle.js"),
    import("./outputs/all.js"),
  ]);
  const outputs = await makeOutputs(await bundleFragment(), makeTypes);
  const changes = await compareOutputs(outputs);
  if (check) {
    for (const { file } of changes)
      console.error(`generated/${file} is stale; run \`npm run generate\` and commit it.`);
    return changes.length === 0;
  }
  await writeOutputs(outputs, changes);
  for (const { file, added, removed } of changes)
    console.log(`generated/${file}: ${added} lines added, ${removed} removed`);
  if (changes.length === 0) console.log("generated/ is up to date.");
  return true;
}

/** Runs once and reports a broken fragment in words; anything else is a fault of the scripts and keeps its stack. */
async function run(check: boolean): Promise<boolean> {
  try {
    return await generate(check);
  } catch (error) {
    const fault = error instanceof ShapeError ? await locate(error) : error;
    if (!(fault instanceof FragmentError)) throw fault;
    console.error(fault.message);
    return false;
  }
}

async function locate({ place, message }: ShapeError): Promise<FragmentError> {
  return new FragmentError([{ ...locateSchema(await readFragment(), place), message }]);
}

async function watchFragment(): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running = run(false);
  watch(FRAGMENT, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => run(false));
    }, SETTLE);
  });
  await running;
  console.log("Watching openapi/.");
}

const { values } = parseArgs({
  options: { check: { type: "boolean" }, watch: { type: "boolean" }, help: { type: "boolean" } },
});
if (values.help) console.log(USAGE);
else if (values.watch) await watchFragment();
else if (!(await run(values.check ?? false))) process.exitCode = 1;

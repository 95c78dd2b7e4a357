import { parseArgs } from "node:util";
import { makeBodies } from "./bench/bodies.js";
import { formatTable } from "./bench/report.js";
import { contenders } from "./bench-gateway/contenders.js";
import { measureServer } from "./bench-gateway/measure.js";

const USAGE = `Usage: npm run bench:gateway [-- --seconds 2]

Measures how many requests a second a server on loopback answers with and without the guard, and the processor
time that the guard costs a request. Both parse the body and answer at once. The load comes from another process.

  --seconds  the time of one measurement, after a second of warm-up; there are 16 (default 2)`;

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "2" }, help: { type: "boolean" } },
});

if (values.help) console.log(USAGE);
else {
  const seconds = Math.max(1, Math.round(Number(values.seconds)) || 2);
  const bodies = makeBodies().filter(({ name }) => name === "small" || name === "medium");
  const rows: string[][] = [];
  for (const body of bodies) {
    for (const { name, makeBare, makeGuarded } of contenders) {
      const bare = await measureServer(await makeBare(), body.text, seconds);
      const guarded = await measureServer(await makeGuarded(), body.text, seconds);
      rows.push([
        `${name}, ${body.name} (${formatSize(body.text.length)})`,
        Math.round(bare.requestsPerSecond).toLocaleString("en"),
        Math.round(guarded.requestsPerSecond).toLocaleString("en"),
        `${bare.processorTime.toFixed(0)} µs`,
        `${guarded.processorTime.toFixed(0)} µs`,
        `${(guarded.processorTime - bare.processorTime).toFixed(0)} µs`,
      ]);
    }
  }
  const head = ["", "requests/s", "with the guard", "a request takes", "with the guard", "it costs"];
  console.log(formatTable(head, rows));
}

function formatSize(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} KB`;
}

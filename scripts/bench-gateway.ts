import { parseArgs } from "node:util";
import { makeBodies } from "./bench/bodies.js";
import { contenders } from "./bench-gateway/contenders.js";
import { measureServers } from "./bench-gateway/measure.js";
import { formatTable } from "./package/table.js";

const USAGE = `Usage: npm run bench:gateway [-- --seconds 1]

Measures how many requests a second a server on loopback answers with and without the guard, and the processor
time that the guard costs a request. Both parse the body and answer at once. The load comes from another process.

  --seconds  the time of one round; there are 64, the warm-ups included (default 1)`;

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "1" }, help: { type: "boolean" } },
});

if (values.help) console.log(USAGE);
else {
  const seconds = Math.max(1, Math.round(Number(values.seconds)) || 1);
  const bodies = makeBodies().filter(({ name }) => name === "small" || name === "medium");
  const rows: string[][] = [];
  for (const body of bodies) {
    for (const { name, makeBare, makeGuarded } of contenders) {
      const servers = [await makeBare(), await makeGuarded()];
      const [bare, guarded] = await measureServers(servers, body.text, seconds);
      if (!bare || !guarded) continue;
      rows.push([
        `${name}, ${body.name} (${formatSize(body.text.length)})`,
        Math.round(bare.requestsPerSecond).toLocaleString("en"),
        Math.round(guarded.requestsPerSecond).toLocaleString("en"),
        `${bare.processorTime.toFixed(0)} µs`,
        `${guarded.processorTime.toFixed(0)} µs`,
        `${Math.round(guarded.processorTime - bare.processorTime) || 0} µs`,
      ]);
    }
  }
  const head = ["server", "requests/s", "with the guard", "a request takes", "with the guard", "it costs"];
  console.log(formatTable(head, rows, { numbers: true }));
}

function formatSize(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} KB`;
}

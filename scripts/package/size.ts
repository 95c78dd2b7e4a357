import { install } from "./install.js";
import { pack } from "./pack.js";
import { measureSizes } from "./sizes.js";
import { formatTable } from "./table.js";

// `npm run size`: what each function costs in a user's bundle; fails when one is over its limit.
const project = await install((await pack()).tarball);
try {
  const sizes = await measureSizes(project.folder);
  const rows = sizes.map(({ load, from, size, limit }) => [
    load,
    from,
    toKilobytes(size),
    toKilobytes(limit),
  ]);
  console.log(formatTable(["import", "from", "min + gzip", "limit"], rows));
  const over = sizes.filter(({ size, limit }) => size > limit);
  for (const { load, size, limit } of over) {
    console.error(
      `${load} takes ${size} bytes, ${limit} at most: make it smaller, or move the limit in sizes.ts.`,
    );
  }
  process.exitCode = over.length > 0 ? 1 : 0;
  const largest = sizes[0];
  if (largest && over.length === 0)
    console.log(`\nvalidateRequest: ${largest.size} bytes minified and gzipped, ${largest.limit} at most`);
} finally {
  await project.remove();
}

function toKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

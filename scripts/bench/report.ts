import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { BundleFigure } from "./bundles.js";
import type { CommandFigure } from "./commands.js";
import type { Figure } from "./measure.js";
import { formatTable } from "../package/table.js";

const README = fileURLToPath(new URL("../../README.md", import.meta.url));

export function formatSpeed(figures: Figure[]): string {
  const contenders = [...new Set(figures.map((figure) => figure.contender))];
  const bodies = [...new Set(figures.map((figure) => figure.body))];
  const cell = (body: string, contender: string): string => {
    const ratio =
      figures.find((figure) => figure.body === body && figure.contender === contender)?.ratio ?? "";
    return typeof ratio === "number" ? formatRatio(ratio) : ratio;
  };
  return formatTable(
    ["body", ...contenders],
    bodies.map((body) => [body, ...contenders.map((contender) => cell(body, contender))]),
    { numbers: true },
  );
}

export function formatBundles(figures: BundleFigure[]): string {
  return formatTable(
    ["bundle of", "min + gzip", "start of a process"],
    figures.map(({ name, size, start }) => [name, `${(size / 1000).toFixed(1)} kB`, `${start.toFixed(2)}x`]),
    { numbers: true },
  );
}

export function formatCommands(figures: CommandFigure[]): string {
  return formatTable(
    ["command", "time"],
    figures.map(({ name, ratio }) => [name, `${ratio.toFixed(2)}x`]),
    { numbers: true },
  );
}

function formatRatio(ratio: number): string {
  return ratio < 0.001 ? ratio.toExponential(0) : ratio.toPrecision(2);
}

/** Puts a table into the README, between the marks of its name. */
export async function writeIntoReadme(name: string, table: string): Promise<void> {
  const text = await readFile(README, "utf8");
  const marks = new RegExp(`(<!-- ${name}:begin -->\n)[^]*?(<!-- ${name}:end -->)`);
  if (!marks.test(text)) throw new Error(`README.md has no place for the table ${name}.`);
  await writeFile(
    README,
    text.replace(marks, (_, begin: string, end: string) => `${begin}${table}\n${end}`),
  );
}

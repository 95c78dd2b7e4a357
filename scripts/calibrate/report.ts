import { formatTable } from "../package/table.js";
import type { Comparison } from "./compare.js";

/** How many of the worst counts are named. */
const WORST = 10;

const HEAD = [
  "",
  "requests",
  "exact",
  "≤ 1 %",
  "≤ 3 %",
  "≤ 5 %",
  "≤ 10 %",
  "off by, median",
  "range holds",
  "one number",
  "no end",
  "width, median",
];

/** Tables of how near offline counts come to the provider's: in all, by class, by family; and the worst by name. */
export function reportComparisons(all: readonly Comparison[]): string {
  const whole = all.filter(({ isWhole }) => isWhole);
  const rows = [
    describe("all", all),
    describe("all content in the body", whole),
    ...describeGroups(whole, (comparison) => comparison.class),
    ...describeGroups(whole, ({ family }) => `family ${family}`),
  ];
  const worst = [...whole].sort((a, b) => relative(b) - relative(a)).slice(0, WORST);
  return [
    formatTable(HEAD, rows, { numbers: true }),
    "",
    `The worst ${worst.length} whose body holds all:`,
    ...worst.map(describeOne),
  ].join("\n");
}

function describeGroups(
  comparisons: readonly Comparison[],
  nameOf: (comparison: Comparison) => string,
): string[][] {
  const groups = new Map<string, Comparison[]>();
  for (const comparison of comparisons) {
    const name = nameOf(comparison);
    groups.set(name, [...(groups.get(name) ?? []), comparison]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length).map(([name, group]) => describe(name, group));
}

function describe(name: string, group: readonly Comparison[]): string[] {
  const share = (holds: (comparison: Comparison) => boolean): string =>
    `${((100 * group.filter(holds).length) / Math.max(1, group.length)).toFixed(1)} %`;
  const widths = group.flatMap(({ count: { range } }) => (range[1] === null ? [] : [range[1] - range[0]]));
  return [
    name,
    String(group.length),
    share(({ difference }) => difference === 0),
    ...[0.01, 0.03, 0.05, 0.1].map((bound) => share((comparison) => relative(comparison) <= bound)),
    String(median(group.map(({ difference }) => difference))),
    share(isWithin),
    share(({ count: { range } }) => range[0] === range[1]),
    share(({ count: { range } }) => range[1] === null),
    String(median(widths)),
  ];
}

function describeOne({ recording, count, difference }: Comparison): string {
  const [low, high] = count.range;
  const sign = difference > 0 ? "+" : "";
  const counts = `${count.input_tokens} (${low} to ${high ?? "?"}), the provider ${recording.input_tokens}`;
  return `  ${sign}${difference}  ${recording.model}  ${counts}  ${recording.name}`;
}

function isWithin({ recording, count: { range } }: Comparison): boolean {
  return range[0] <= recording.input_tokens && (range[1] === null || recording.input_tokens <= range[1]);
}

function relative({ difference, recording }: Comparison): number {
  return Math.abs(difference) / Math.max(1, recording.input_tokens);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

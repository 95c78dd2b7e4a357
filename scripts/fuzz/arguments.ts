import { parseArgs } from "node:util";

/** What a run is asked for. */
export interface FuzzArguments {
  seed: number;
  bodies: number;
  seconds: number;
  markdown: boolean;
  help: boolean;
}

/** The words of `npm run fuzz -- --help`. */
export const FUZZ_HELP = `Proves the validator against others that share no code with it.

  npm run fuzz                    a million bodies with a seed from the clock, then every fault of the fragment
      --seed <n>                  the seed of the first body; body n of a run is the first of seed + n
      --bodies <n>                how many bodies to compare (1000000)
      --seconds <n>               how long to compare at most (240)
      --markdown                  print the tables for the README only

Exit code: 0 no disagreement and at least 99.5 % of the faults named rightly, 1 otherwise, 2 wrong arguments.`;

/** @throws {Error} when an argument makes no sense. */
export function parseFuzzArguments(argv: readonly string[]): FuzzArguments {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { seed: text, bodies: text, seconds: text, markdown: flag, help: flag },
  });
  return {
    seed: parseCount("seed", values.seed) ?? Date.now() % 2 ** 31,
    bodies: parseCount("bodies", values.bodies) ?? 1_000_000,
    seconds: parseCount("seconds", values.seconds) ?? 240,
    markdown: values.markdown,
    help: values.help,
  };
}

function parseCount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text))
    throw new Error(`--${name} takes a whole number, but got "${text.slice(0, 40)}".`);
  return Number(text);
}

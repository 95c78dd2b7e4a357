import { isRequest } from "../../src/validate/index.js";
import { ROOT } from "./differential.js";
import { contract, stockAjv, zod, type Contender } from "./faults/contenders.js";
import { makeFaults, type FaultKind, type OneFault } from "./faults/one-fault.js";
import type { Arrangement } from "./faults/places.js";
import { groupByKind, scoreFaults, type Miss, type Score } from "./faults/score.js";
import { Fragment, readDocument, readRequestSchema } from "./fragment.js";
import { createIndependentValidator } from "./independent.js";

/** The share of one-fault bodies that have to be named rightly. */
export const TARGET = 0.995;

export interface FaultResult {
  /** This package, over all faults and by kind; `more` is the same with ten issues allowed. */
  kinds: { kind: FaultKind | "all"; score: Score; more: Score }[];
  misses: Miss[];
  /** This package and its peers over the faults that all of them know: unknown keys are left out. */
  contenders: { name: string; note?: string; score: Score }[];
  /** Peers that could not be measured, and why. */
  absent: string[];
}

/** The one-fault bodies of the fragment: with every arrangement of arrays, or with some of them. */
export async function makeAllFaults(arrangements?: readonly Arrangement[]): Promise<OneFault[]> {
  const isValid = await createIndependentValidator(readRequestSchema());
  return makeFaults(new Fragment(readDocument()), ROOT, { isValid, accepts: isRequest }, arrangements);
}

/** Measures how rightly this package and its peers name the fault of a body. */
export function measureFaults(faults: OneFault[], peers: (() => Contender)[] = [stockAjv, zod]): FaultResult {
  const misses: Miss[] = [];
  const first = contract(1);
  const ten = contract(10);
  const kinds = groupByKind(faults).map(([kind, some]) => ({
    kind,
    score: scoreFaults(first, some),
    more: scoreFaults(ten, some),
  }));
  const all = {
    kind: "all" as const,
    score: scoreFaults(first, faults, misses),
    more: scoreFaults(ten, faults, misses),
  };
  const known = faults.filter(({ kind }) => kind !== "unknown key");
  const contenders = [{ name: ten.name, score: scoreFaults(ten, known) }];
  const absent: string[] = [];
  for (const make of peers) {
    try {
      const { name, note, ...peer } = make();
      contenders.push({
        name,
        ...(note !== undefined && { note }),
        score: scoreFaults({ name, ...peer }, known),
      });
    } catch (error) {
      absent.push(`${make.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { kinds: [...kinds, all], misses, contenders, absent };
}

/** The share of faults that were named rightly with one issue and with ten allowed. */
export function shareRight({ kinds }: FaultResult): number {
  const all = kinds.find(({ kind }) => kind === "all");
  return all ? Math.min(all.score.right, all.more.right) / all.score.bodies : 0;
}

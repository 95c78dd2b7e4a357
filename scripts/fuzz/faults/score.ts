import type { Contender } from "./contenders.js";
import { FAULT_KINDS, type FaultKind, type OneFault } from "./one-fault.js";

/** How well a validator names the faults of bodies that have one each. */
export interface Score {
  bodies: number;
  /** The first issue stands at the very place. */
  named: number;
  /** There is no other issue. */
  single: number;
  /** Both. */
  right: number;
  /** Issues for the body in the middle, and for the worst. */
  median: number;
  most: number;
}

/** A fault that was named wrongly, with the places that were named instead. */
export interface Miss {
  fault: OneFault;
  places: (string | number)[][];
}

export function scoreFaults(contender: Contender, faults: readonly OneFault[], misses: Miss[] = []): Score {
  const counts: number[] = [];
  const score = { bodies: faults.length, named: 0, single: 0, right: 0 };
  for (const fault of faults) {
    const places = contender.namePlaces(fault);
    const named = JSON.stringify(places[0]) === JSON.stringify(fault.path);
    const single = places.length === 1;
    if (named) score.named++;
    if (single) score.single++;
    if (named && single) score.right++;
    else misses.push({ fault, places });
    counts.push(places.length);
  }
  counts.sort((a, b) => a - b);
  return { ...score, median: counts[counts.length >> 1] ?? 0, most: counts.at(-1) ?? 0 };
}

/** The faults of each kind. */
export function groupByKind(faults: readonly OneFault[]): [FaultKind, OneFault[]][] {
  return FAULT_KINDS.map((kind) => [kind, faults.filter((fault) => fault.kind === kind)]);
}

import { findFault, InputTokenCountParams as checkRequest } from "../../generated/validators.js";
import type { Schema } from "../openapi.js";
import { createComplaint, type Complain } from "./complain.js";
import { Fragment, readDocument } from "./fragment.js";
import { Generator } from "./generate.js";
import { isObject, type JsonObject } from "./json.js";
import { collectVocabulary, mutate, type Vocabulary } from "./mutate.js";
import { Random } from "./random.js";
import { shrink } from "./shrink.js";

export const ROOT = "InputTokenCountParams";
/** More disagreements than this are printed for nobody. */
const MOST_DISAGREEMENTS = 20;

/** A body to whose faults two answers differ that should agree, made as small as can be. */
export interface Disagreement {
  /** `npm run fuzz -- --seed <seed> --bodies 1` makes the body again. */
  seed: number;
  complaint: string;
  body: JsonObject;
}

export interface DifferentialRun {
  seed: number;
  /** The run ends after so many bodies, or milliseconds, whichever comes first. */
  bodies: number;
  milliseconds: number;
  complain?: Complain;
}

export interface DifferentialResult {
  bodies: number;
  valid: number;
  /** Branches of unions that the bodies went through, and all that there are. */
  branches: { reached: number; total: number };
  disagreements: Disagreement[];
  milliseconds: number;
}

/**
 * Generates bodies, breaks most of them, and looks for answers that disagree. Body number n depends on
 * `seed + n` alone.
 */
export async function runDifferential(run: DifferentialRun): Promise<DifferentialResult> {
  const fragment = new Fragment(readDocument());
  const words = collectVocabulary(fragment, ROOT);
  const complain = run.complain ?? (await createComplaint());
  const reached = new Set<Schema>();
  const disagreements: Disagreement[] = [];
  const start = performance.now();
  let bodies = 0;
  let valid = 0;
  while (
    bodies < run.bodies &&
    performance.now() - start < run.milliseconds &&
    disagreements.length < MOST_DISAGREEMENTS
  ) {
    const seed = run.seed + bodies++;
    const body = makeBody(seed, { fragment, words, reached });
    if (findFault(checkRequest, body, {}) === undefined) valid++;
    const complaint = complain(body);
    if (complaint === undefined) continue;
    disagreements.push({ seed, complaint, body: shrink(body, (smaller) => complain(smaller) === complaint) });
  }
  const branches = { reached: reached.size, total: countBranches(fragment) };
  return { bodies, valid, branches, disagreements, milliseconds: performance.now() - start };
}

/** The body of a seed: one that fits the schema, then changed in up to three places. */
export function makeBody(
  seed: number,
  context: { fragment: Fragment; words: Vocabulary; reached: Set<Schema> },
): JsonObject {
  const { fragment, words, reached } = context;
  const random = new Random(seed);
  const generator = new Generator(fragment, random, random.pick([0.3, 0.5, 0.9]));
  const body = generator.value(fragment.named(ROOT));
  if (!isObject(body)) throw new Error(`${ROOT} is no object.`);
  for (let changes = random.below(4); changes > 0; changes--) mutate(body, random, fragment, words);
  for (const branch of generator.reached) reached.add(branch);
  return body;
}

function countBranches(fragment: Fragment): number {
  return [...fragment.within(ROOT)].reduce(
    (count, schema) => count + (fragment.branches(schema)?.length ?? 0),
    0,
  );
}

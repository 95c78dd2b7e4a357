/*
 * The few functions that every generated validator calls. The build puts them at the head of the generated
 * module, which imports nothing.
 *
 * A check function returns true for a value without fault. A fault is noted at the place where it is seen, with
 * its own key as path; each caller on the way back adds the key under which it called. So a valid body costs
 * comparisons and calls only, and an invalid one pays for its path alone.
 */

import type { Accepts, BrokenRule, CheckFunction, Fault, Rules, Settings, Size, Tags } from "./faults.js";

/** The deepest recursion of a schema, in levels; the call stack of every runtime holds more. */
const MAX_LEVELS = 500;
/**
 * How many members of arrays and maps one check goes through. A JSON text of as many has some 30 megabytes of
 * nothing else, but a proxy can make up members without end, and an object that many places share, and that
 * shares others in turn, unfolds to any number of them.
 */
const MAX_STEPS = 1_000_000;

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** How much of a URL is looked at, in UTF-16 units: schemes are short. */
const SCHEME_LENGTH = 64;

export const { isArray } = Array;

export function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !isArray(value);
}

let faults: Fault[] = [];
export let count = 0;
/** The first fault of the function that returned last. */
let mark = 0;
let level = 0;
let steps = 0;
let limit = 1;
export let strict = false;
let lenient = false;
export let rules: Rules = {};
/** The value that the check began with. */
export let root: unknown;
/** A check is under way; only a getter of the body can start another one meanwhile. */
let busy = false;

function note(fault: Fault): boolean {
  mark = count;
  faults[count++] = fault;
  return count >= limit;
}

export function bad(value: unknown, key: string | number, accepts: Accepts): boolean {
  return note({ kind: "value", path: [key], value, accepts, isItem: typeof key === "number" });
}

/** Adds a key to the paths of the function that returned last; true ends the caller too. */
export function at(key: string | number): boolean {
  for (let i = mark; i < count; i++) faults[i]!.path.push(key);
  return count >= limit;
}

export function leave(start: number): boolean {
  mark = start;
  return false;
}

export function stray(value: unknown, tags: Tags): boolean {
  // A later API version may add types; roles, and types that are known in another place, are no such addition.
  if (lenient && tags.tag === "type" && typeof value === "string" && !tags.siblings?.includes(value))
    return true;
  note({ kind: "tag", path: [tags.tag], value, tags });
  return false;
}

export function absent(keys: string[]): boolean {
  return note({ kind: "presence", path: [], keys });
}

export function outOfSize(size: number, limits: Size): boolean {
  return note({ kind: "size", path: [], size, limits });
}

export function unknownKeys(object: object, keys: string[], ignored?: string[]): boolean {
  for (const key of Object.keys(object)) {
    if (keys.includes(key) || ignored?.includes(key)) continue;
    if (note({ kind: "key", path: [key], keys, object })) return true;
  }
  return false;
}

export function breaks(broken: BrokenRule | undefined): boolean {
  return broken !== undefined && note({ kind: "rule", path: broken.path.slice().reverse(), broken });
}

/** Counts members that are to be looked at; true ends a check that has gone through too many. */
export function spend(members: number): boolean {
  steps += members;
  if (steps <= MAX_STEPS) return false;
  note({ kind: "steps", path: [], steps: MAX_STEPS });
  return true;
}

export function descend(): boolean {
  if (level < MAX_LEVELS) {
    level++;
    return true;
  }
  note({ kind: "depth", path: [], levels: MAX_LEVELS });
  return false;
}

export function ascend(verdict: boolean): boolean {
  level--;
  return verdict;
}

/** Code points of a string, exact only where they can decide about `bound`: a much longer string is not read. */
export function points(text: string, bound: number): number {
  let points = text.length;
  if (points > 2 * bound) return points;
  // Every pair of surrogates is one point less.
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) points--;
  }
  return points;
}

export function isUri(text: string): boolean {
  return SCHEME.test(text.length > SCHEME_LENGTH ? text.slice(0, SCHEME_LENGTH) : text);
}

/** Takes the faults of a check that returned false, and makes ready for the next one. */
function takeFaults(): Fault[] {
  const taken = faults.slice(0, count);
  faults = [];
  count = 0;
  level = 0;
  return taken;
}

/** The first fault of a value, or undefined; throws what the value's own getters throw. */
export function findFault(check: CheckFunction, value: unknown, ruleset: Rules): Fault | undefined {
  if (busy) return findFaults(check, value, { limit: 1, strict: false, lenient: false, rules: ruleset })[0];
  steps = 0;
  busy = true;
  rules = ruleset;
  root = value;
  try {
    return check(value) ? undefined : takeFaults()[0];
  } catch (error) {
    takeFaults();
    throw error;
  } finally {
    busy = false;
  }
}

/** The faults of a value under settings of its own; throws what the value's own getters throw. */
export function findFaults(check: CheckFunction, value: unknown, settings: Settings): Fault[] {
  const outer = { faults, count, mark, level, steps, limit, strict, lenient, rules, root, busy };
  takeFaults();
  steps = 0;
  ({ limit, strict, lenient, rules } = settings);
  root = value;
  busy = true;
  try {
    return check(value) ? [] : takeFaults();
  } finally {
    ({ faults, count, mark, level, steps, limit, strict, lenient, rules, root, busy } = outer);
  }
}

import { describeShape, describeValues } from "../wire/describe-shape.js";
import { NOTHING } from "../wire/shape.js";
import type { Json, Notes, Shape } from "../wire/shape.js";
import { compareLimits } from "./compare-limits.js";
import type { Effect, Finding, Knowledge, What } from "./finding.js";

/** Compares what two shapes say about the value itself: kinds, literals, limits, default, deprecation; not its members. */
export function compareValues(ours: Shape, upstream: Shape, knows: Knowledge): Finding[] {
  const { notes } = ours;
  const findings =
    ours.any || upstream.any ? compareAny(ours, upstream, knows) : compareKinds(ours, upstream, knows);
  if (knows.defaults && !isTag(ours) && !isTag(upstream)) findings.push(...compareDefaults(ours, upstream));
  if (ours.deprecated !== upstream.deprecated) {
    findings.push(sayOneSided("deprecation", "", upstream.deprecated, "types", "types", notes));
  }
  return findings;
}

/** A finding about a mark that only one side has. */
export function sayOneSided(
  what: What,
  label: string,
  isUpstream: boolean,
  ifUpstream: Effect,
  ifOurs: Effect,
  notes: Notes,
): Finding {
  const side = isUpstream ? { upstream: "" } : { ours: "" };
  return { label, what, ...side, effect: isUpstream ? ifUpstream : ifOurs, notes };
}

function compareAny(ours: Shape, upstream: Shape, knows: Knowledge): Finding[] {
  if (ours.any === upstream.any || (upstream.any && !knows.anything)) return [];
  const sides = { ours: describeShape(ours), upstream: describeShape(upstream) };
  return [{ label: "", what: "type", ...sides, effect: ours.any ? "accept" : "refuse", notes: ours.notes }];
}

function compareKinds(ours: Shape, upstream: Shape, knows: Knowledge): Finding[] {
  const { notes } = ours;
  const findings: Finding[] = [];
  if (ours.nullable !== upstream.nullable) {
    findings.push(sayOneSided("nullable", "", upstream.nullable, "refuse", "accept", notes));
  }
  const [onlyOurs, onlyUpstream] = [leaveKinds(ours, upstream), leaveKinds(upstream, ours)];
  if (onlyUpstream)
    findings.push({ label: "", what: "type", upstream: onlyUpstream, effect: "refuse", notes });
  if (onlyOurs) findings.push({ label: "", what: "type", ours: onlyOurs, effect: "accept", notes });
  if (ours.string && upstream.string)
    findings.push(...compareLiterals(ours.string, upstream.string, "string", notes));
  if (ours.number && upstream.number) {
    findings.push(...compareLiterals(ours.number, upstream.number, "number", notes));
    findings.push(...compareIntegers(ours.number.integer, upstream.number.integer, notes));
  }
  if (ours.boolean && upstream.boolean) {
    const [mine, theirs] = [ours.boolean, upstream.boolean].map((values) => ({ open: false, values }));
    if (mine && theirs) findings.push(...compareLiterals(mine, theirs, "boolean", notes));
  }
  if (!knows.limits) return findings;
  for (const kind of ["string", "number"] as const) {
    const [mine, theirs] = [ours[kind], upstream[kind]];
    if (mine?.open && theirs?.open) findings.push(...compareLimits(mine.limits, theirs.limits, notes));
  }
  if (ours.array && upstream.array)
    findings.push(...compareLimits(ours.array.limits, upstream.array.limits, notes));
  return findings;
}

/** Describes the kinds of the first shape that the second does not have. */
function leaveKinds(shape: Shape, other: Shape): string | undefined {
  const left: Shape = {
    ...NOTHING,
    string: other.string ? undefined : shape.string,
    number: other.number ? undefined : shape.number,
    boolean: other.boolean ? undefined : shape.boolean,
    array: other.array ? undefined : shape.array,
    objects: other.objects.length > 0 ? [] : shape.objects,
  };
  const text = describeShape(left);
  return text === "nothing" ? undefined : text;
}

interface Literals {
  open: boolean;
  values: readonly Json[];
}

function compareLiterals(ours: Literals, upstream: Literals, kind: string, notes: Notes): Finding[] {
  if (ours.open !== upstream.open) {
    const say = (side: Literals): string => (side.open ? `any ${kind}` : describeValues(side.values));
    const effect = ours.open ? "accept" : "refuse";
    return [{ label: "", what: "values", ours: say(ours), upstream: say(upstream), effect, notes }];
  }
  const findings: Finding[] = [];
  const theirs = upstream.values.filter((value) => !ours.values.includes(value));
  const mine = ours.values.filter((value) => !upstream.values.includes(value));
  const pick = (effect: Effect): Effect => (ours.open ? "types" : effect);
  if (theirs.length > 0) {
    findings.push({
      label: "",
      what: "values",
      upstream: describeValues(theirs),
      effect: pick("refuse"),
      notes,
    });
  }
  if (mine.length > 0) {
    findings.push({ label: "", what: "values", ours: describeValues(mine), effect: pick("accept"), notes });
  }
  return findings;
}

function compareIntegers(ours: boolean | undefined, upstream: boolean | undefined, notes: Notes): Finding[] {
  if (ours === undefined || upstream === undefined || ours === upstream) return [];
  const say = (integer: boolean): string => (integer ? "integer" : "number");
  const effect = ours ? "refuse" : "accept";
  return [{ label: "", what: "type", ours: say(ours), upstream: say(upstream), effect, notes }];
}

function compareDefaults(ours: Shape, upstream: Shape): Finding[] {
  const say = (value: Json | undefined): string | undefined =>
    value === undefined ? undefined : JSON.stringify(value);
  const sides = { ours: say(ours.default), upstream: say(upstream.default) };
  if (sides.ours === sides.upstream) return [];
  return [{ label: "", what: "default", ...sides, effect: "types", notes: ours.notes }];
}

/** A place with a single value: that it is the default too tells nothing. */
function isTag({ string }: Shape): boolean {
  return string !== undefined && !string.open && string.values.length === 1;
}

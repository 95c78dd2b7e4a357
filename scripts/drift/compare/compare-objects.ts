import { describeObject, describeShape, describeValues } from "../wire/describe-shape.js";
import { ANYTHING, NOTHING } from "../wire/shape.js";
import type { Notes, ObjectPart, Rest, Shape } from "../wire/shape.js";
import { compareLimits } from "./compare-limits.js";
import { sayOneSided } from "./compare-values.js";
import type { Finding, Knowledge } from "./finding.js";
import type { ExtraValues } from "./pair-objects.js";

/** Two shapes that meet again one step further down. */
export interface Meeting {
  label: string;
  ours: Shape;
  upstream: Shape;
}

/** What the comparison of two objects gives: findings here, and the members to compare next. */
export interface ObjectComparison {
  findings: Finding[];
  meetings: Meeting[];
}

/** Compares two objects: which properties there are and must be, what else may be; the tags are compared by presence only. */
export function compareObjects(
  ours: ObjectPart,
  upstream: ObjectPart,
  tags: readonly string[],
  knows: Knowledge,
): ObjectComparison {
  const findings: Finding[] = [];
  const meetings: Meeting[] = [];
  for (const name of new Set([...ours.properties.keys(), ...upstream.properties.keys()])) {
    const [mine, theirs] = [ours.properties.get(name)?.(), upstream.properties.get(name)?.()];
    const label = `.${name}`;
    if (!mine || !theirs) {
      findings.push(
        mine ? sayOnlyOurs(label, mine, ours.required.has(name)) : sayOnlyUpstream(name, ours, upstream),
      );
      continue;
    }
    if (ours.required.has(name) !== upstream.required.has(name)) {
      findings.push(
        sayOneSided("required", label, upstream.required.has(name), "accept", "refuse", mine.notes),
      );
    }
    if (!tags.includes(name)) meetings.push({ label, ours: mine, upstream: theirs });
    else if (mine.nullable !== theirs.nullable) {
      findings.push(sayOneSided("nullable", label, theirs.nullable, "refuse", "accept", mine.notes));
    }
  }
  if (knows.limits) findings.push(...compareRules(ours, upstream));
  const rests = compareRests(ours, upstream);
  return { findings: [...findings, ...rests.findings], meetings: [...meetings, ...rests.meetings] };
}

/**
 * Compares objects where one side takes any object whatever.
 * @returns undefined where both sides say more, or neither
 */
export function compareFreeObjects(ours: Shape, upstream: Shape): Finding[] | undefined {
  const isFree = ours.objects.some(isFreeObject);
  if (isFree === upstream.objects.some(isFreeObject)) return undefined;
  const say = (shape: Shape): string => describeShape({ ...NOTHING, objects: shape.objects });
  const effect = isFree ? "accept" : "refuse";
  const sides = isFree
    ? { ours: "any object", upstream: say(upstream) }
    : { ours: say(ours), upstream: "any object" };
  return [{ label: "", what: "type", ...sides, effect, notes: ours.notes }];
}

function isFreeObject({ properties, rest, limits }: ObjectPart): boolean {
  return properties.size === 0 && rest === "open" && Object.keys(limits).length === 0;
}

/** A whole object of a union that the other side does not have; the mark may stand at the union. */
export function sayLonelyObject(part: ObjectPart, isUpstream: boolean, ofUnion: Notes): Finding {
  const text = describeObject(part);
  if (isUpstream) return { label: "", what: "only upstream", upstream: text, effect: "refuse", notes: {} };
  const notes = {
    deviation: part.notes.deviation ?? ofUnion.deviation,
    since: part.notes.since ?? ofUnion.since,
  };
  return { label: "", what: "only ours", ours: text, effect: "accept", notes };
}

/** Further tag values of an object that both sides have. */
export function sayExtraValues({ tag, isUpstream, values }: ExtraValues, ours: ObjectPart): Finding {
  const notes = ours.properties.get(tag)?.().notes ?? {};
  const side = isUpstream ? { upstream: describeValues(values) } : { ours: describeValues(values) };
  return { label: `.${tag}`, what: "values", ...side, effect: isUpstream ? "refuse" : "accept", notes };
}

function sayOnlyOurs(label: string, shape: Shape, isRequired: boolean): Finding {
  const ours = `${isRequired ? "required" : "optional"} ${describeShape(shape)}`;
  return { label, what: "only ours", ours, effect: isRequired ? "refuse" : "accept", notes: shape.notes };
}

function sayOnlyUpstream(name: string, ours: ObjectPart, upstream: ObjectPart): Finding {
  const shape = upstream.properties.get(name)?.() ?? ANYTHING;
  const isRequired = upstream.required.has(name);
  const text = `${isRequired ? "required" : "optional"} ${describeShape(shape)}`;
  const effect = ours.rest === "closed" ? "refuse" : isRequired ? "accept" : "unknown";
  return { label: `.${name}`, what: "only upstream", upstream: text, effect, notes: {} };
}

function compareRules(ours: ObjectPart, upstream: ObjectPart): Finding[] {
  const findings = compareLimits(ours.limits, upstream.limits, ours.notes);
  const [mine, theirs] = [sayOneOf(ours), sayOneOf(upstream)];
  if (mine !== theirs) {
    const effect = meetsOneOf(upstream, ours) ? "accept" : "refuse";
    findings.push({ label: "", what: "limit", ours: mine, upstream: theirs, effect, notes: ours.notes });
  }
  return findings;
}

/** Whether every object that one side takes has one of the sets of keys that the other asks for. */
function meetsOneOf({ oneOfRequired: given }: ObjectPart, { oneOfRequired: asked }: ObjectPart): boolean {
  if (asked.length === 0) return true;
  return (
    given.length > 0 && given.every((keys) => asked.some((set) => set.every((key) => keys.includes(key))))
  );
}

function sayOneOf({ oneOfRequired }: ObjectPart): string | undefined {
  if (oneOfRequired.length === 0) return undefined;
  return `one of ${oneOfRequired.map((keys) => keys.join(" with ")).join(", ")} required`;
}

function compareRests(ours: ObjectPart, upstream: ObjectPart): ObjectComparison {
  const nothing = { findings: [], meetings: [] };
  const [mine, theirs] = [ours.rest, upstream.rest];
  if (mine === "unstated" || theirs === "unstated" || mine === theirs) return nothing;
  if (mine === "closed" || theirs === "closed") {
    const closed = sayOneSided("limit", "", theirs === "closed", "accept", "refuse", ours.notes);
    const text = "no further properties";
    return {
      ...nothing,
      findings: [{ ...closed, ...(theirs === "closed" ? { upstream: text } : { ours: text }) }],
    };
  }
  return { ...nothing, meetings: [{ label: ".*", ours: readRest(mine), upstream: readRest(theirs) }] };
}

function readRest(rest: Rest): Shape {
  return typeof rest === "function" ? rest() : ANYTHING;
}

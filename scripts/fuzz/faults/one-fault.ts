import { schemaName, type Schema } from "../../openapi.js";
import { kindsOf, literalsOf, type Fragment } from "../fragment.js";
import { copy, isObject, readPath, type Json, type JsonObject } from "../json.js";
import { invalidNumbers, invalidStrings, SAMPLES } from "../samples.js";
import { ARRANGEMENTS, listPlaces, type Arrangement, type Place } from "./places.js";

export const FAULT_KINDS = [
  "missing",
  "null",
  "type",
  "enum",
  "tag",
  "limit",
  "presence",
  "unknown key",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A body with one fault, and the place that an error should name. */
export interface OneFault {
  kind: FaultKind;
  body: Json;
  path: (string | number)[];
}

/** What may be asked about a body while faults are made. */
export interface Judges {
  /** Whether it fits the JSON Schema; knows nothing of the generated validator. */
  isValid: (body: Json) => boolean;
  /** Whether it is a valid request, authored rules included. */
  accepts: (body: Json) => boolean;
}

/**
 * Makes the bodies with one fault from the fragment: in every place, whatever the schema there forbids. A
 * change that leaves the body valid is no fault and is left out.
 */
export function makeFaults(
  fragment: Fragment,
  root: string,
  judges: Judges,
  arrangements: readonly Arrangement[] = ARRANGEMENTS,
): OneFault[] {
  const faults = new Map<string, OneFault>();
  for (const extent of ["least", "most"] as const) {
    for (const arrangement of arrangements) {
      for (const place of listPlaces(fragment, root, { extent, arrangement, accepts: judges.accepts })) {
        if (!judges.accepts(place.put(place.valid))) continue;
        for (const fault of breakPlace(fragment, place)) {
          if (fault.kind !== "unknown key" && judges.isValid(fault.body)) continue;
          faults.set(`${fault.path.join("/")} ${JSON.stringify(fault.body)}`, fault);
        }
      }
    }
  }
  return [...faults.values()];
}

function breakPlace(fragment: Fragment, place: Place): OneFault[] {
  const { path, put, object } = place;
  const leaves = fragment.leaves(place.schema);
  const isTag = place.unions.some(({ propertyName }) => propertyName === path.at(-1));
  const fault = (kind: FaultKind, value: Json | undefined): OneFault => ({ kind, body: put(value), path });
  const found: OneFault[] = [];
  const taken = isTag ? lackedByUntagged(fragment, place) : [];
  if (place.required || isTag) {
    const [lacked, ...more] = taken;
    const named =
      lacked === undefined ? placeOfUntagged(fragment, place, undefined) : [...path.slice(0, -1), lacked];
    if (more.length === 0) found.push({ ...fault("missing", undefined), path: named });
  }
  if (isNeeded(place)) found.push({ ...fault("presence", undefined), path: path.slice(0, -1) });
  if (object && path.at(-1) === Object.keys(object.properties ?? {})[0]) found.push(addKey(place));
  if (leaves.some((leaf) => kindsOf(leaf).length === 0)) return found;
  const kinds = new Set(leaves.flatMap(kindsOf));
  if (kinds.has("number")) kinds.add("integer");
  for (const [kind, sample] of Object.entries(SAMPLES)) {
    if (kinds.has(kind)) continue;
    // An object that lacks a member, too, has more than one fault.
    if (kind === "null" && taken.length > 0) continue;
    if (kind === "null") found.push({ ...fault("null", null), path: placeOfUntagged(fragment, place, null) });
    else found.push(fault("type", sample));
  }
  const texts = leaves.filter((leaf) => kindsOf(leaf).includes("string"));
  if (texts.length > 0 && texts.every(literalsOf)) found.push(fault(isTag ? "tag" : "enum", "no_such_value"));
  found.push(...leaves.flatMap(breakLimits).map((value) => fault("limit", value)));
  return found;
}

/** Values past the limits of a schema, each past one. */
function breakLimits(schema: Schema): Json[] {
  const { maxProperties } = schema;
  const many = Array.from({ length: (maxProperties ?? 0) + 1 }, (_, index) => [`k${index}`, "x"]);
  const large = maxProperties === undefined ? [] : [Object.fromEntries(many) as JsonObject];
  return [...(literalsOf(schema) ? [] : invalidStrings(schema)), ...invalidNumbers(schema), ...large];
}

/** The same body with one key more, beside the place. */
function addKey({ path, put, valid }: Place): OneFault {
  const body = copy(put(valid));
  const holder = readPath(body, path.slice(0, -1));
  if (isObject(holder)) holder["no_such_key"] = 1;
  return { kind: "unknown key", body, path: [...path.slice(0, -1), "no_such_key"] };
}

/** The place is all that meets a rule of presence. */
function isNeeded({ object, path, put }: Place): boolean {
  const rule = object?.anyOf;
  if (!rule?.some(({ required }) => required?.includes(String(path.at(-1))))) return false;
  const holder = readPath(put(undefined), path.slice(0, -1));
  return (
    isObject(holder) && !rule.some(({ required }) => required?.every((key) => Object.hasOwn(holder, key)))
  );
}

/**
 * Where a missing or null member is named: at itself, save where it leaves an object without a tag in a union
 * that knows such objects. There the object is what its other keys make it (`x-untagged`), and if it has none
 * of them, it lacks the tag of the branch for the rest.
 */
function placeOfUntagged(
  fragment: Fragment,
  { path, unions, put }: Place,
  value: null | undefined,
): Place["path"] {
  const union = unions.find((candidate) => candidate["x-untagged"] !== undefined);
  const untagged = union?.["x-untagged"];
  const holder = readPath(put(value), path.slice(0, -1));
  if (!union || !untagged || !isObject(holder) || holder[union.propertyName] != null) return path;
  if (Object.keys(untagged).some((key) => Object.hasOwn(holder, key))) return path;
  const tag = fragment.named(schemaName(untagged["*"] ?? "")).discriminator?.propertyName;
  const isTag = path.at(-1) === union.propertyName || Object.hasOwn(untagged, String(path.at(-1)));
  return tag === undefined || !isTag ? path : [...path.slice(0, -1), tag];
}

/**
 * What an object lacks once its tag is gone, if another key makes it an object of another branch (`x-untagged`):
 * the members that every object of that branch has.
 */
function lackedByUntagged(fragment: Fragment, { path, unions, put }: Place): string[] {
  const untagged = unions.find((union) => union["x-untagged"] !== undefined)?.["x-untagged"] ?? {};
  const holder = readPath(put(undefined), path.slice(0, -1));
  if (!isObject(holder)) return [];
  const key = Object.keys(untagged).find((name) => Object.hasOwn(holder, name));
  if (key === undefined) return [];
  const [first, ...others] = fragment
    .leaves(fragment.named(schemaName(untagged[key] ?? "")))
    .map(({ required }) => required ?? []);
  const common = (first ?? []).filter((name) => others.every((required) => required.includes(name)));
  return common.filter((name) => !Object.hasOwn(holder, name));
}

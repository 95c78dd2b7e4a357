import { tightenLimits } from "./limits.js";
import { createObject, lazy, NOTHING } from "./shape.js";
import type { ArrayPart, NumberPart, ObjectPart, Rest, Shape, StringPart } from "./shape.js";

/** The shape that takes what both take (`allOf`, or keywords beside a `$ref`); the first one's notes go before. */
export function intersectShapes(a: Shape, b: Shape): Shape {
  if (a.any && isPlain(a)) return b;
  if (b.any && isPlain(b)) return a;
  const common = {
    default: a.default ?? b.default,
    deprecated: a.deprecated || b.deprecated,
    notes: { deviation: a.notes.deviation ?? b.notes.deviation, since: a.notes.since ?? b.notes.since },
  };
  if (a.any) return { ...b, ...common };
  if (b.any) return { ...a, ...common };
  return {
    ...NOTHING,
    ...common,
    nullable: a.nullable && b.nullable,
    string: a.string && b.string && intersectStrings(a.string, b.string),
    number: a.number && b.number && intersectNumbers(a.number, b.number),
    boolean: a.boolean && b.boolean && a.boolean.filter((value) => b.boolean?.includes(value)),
    array: a.array && b.array && intersectArrays(a.array, b.array),
    objects: intersectObjectLists(a.objects, b.objects),
  };
}

function isPlain({ default: value, deprecated, notes }: Shape): boolean {
  return value === undefined && !deprecated && notes.deviation === undefined && notes.since === undefined;
}

function intersectStrings(a: StringPart, b: StringPart): StringPart {
  return { open: a.open && b.open, values: intersectValues(a, b), limits: tightenLimits(a.limits, b.limits) };
}

function intersectNumbers(a: NumberPart, b: NumberPart): NumberPart {
  const limits = tightenLimits(a.limits, b.limits);
  return { open: a.open && b.open, values: intersectValues(a, b), integer: a.integer || b.integer, limits };
}

function intersectValues<T>(
  a: { open: boolean; values: readonly T[] },
  b: { open: boolean; values: readonly T[] },
): readonly T[] {
  if (a.open && b.open) return [...new Set([...a.values, ...b.values])];
  if (a.open) return b.values;
  return b.open ? a.values : a.values.filter((value) => b.values.includes(value));
}

function intersectArrays(a: ArrayPart, b: ArrayPart): ArrayPart {
  const items = lazy(() => intersectShapes(a.items(), b.items()));
  return { items, limits: tightenLimits(a.limits, b.limits) };
}

function intersectObjectLists(a: readonly ObjectPart[], b: readonly ObjectPart[]): readonly ObjectPart[] {
  if (isBare(a)) return b;
  if (isBare(b)) return a;
  return a.flatMap((first) => b.map((second) => intersectObjects(first, second)));
}

/** A bare `type: object`, which adds nothing to what stands beside it. */
function isBare(parts: readonly ObjectPart[]): boolean {
  const [part, ...others] = parts;
  if (part === undefined || others.length > 0) return false;
  const { properties, required, rest, limits, oneOfRequired, deprecated, notes } = part;
  const noted = deprecated || notes.deviation !== undefined || notes.since !== undefined;
  const named = properties.size + required.size + oneOfRequired.length + Object.keys(limits).length > 0;
  return !noted && !named && rest === "open";
}

function intersectObjects(a: ObjectPart, b: ObjectPart): ObjectPart {
  const properties = new Map(a.properties);
  for (const [name, second] of b.properties) {
    const first = a.properties.get(name);
    properties.set(name, first ? lazy(() => intersectShapes(first(), second())) : second);
  }
  return createObject({
    properties,
    required: new Set([...a.required, ...b.required]),
    rest: intersectRests(a.rest, b.rest),
    limits: tightenLimits(a.limits, b.limits),
    oneOfRequired: [...a.oneOfRequired, ...b.oneOfRequired],
    deprecated: a.deprecated || b.deprecated,
    notes: { deviation: a.notes.deviation ?? b.notes.deviation, since: a.notes.since ?? b.notes.since },
  });
}

function intersectRests(a: Rest, b: Rest): Rest {
  if (a === "closed" || b === "closed") return "closed";
  if (typeof a === "function" && typeof b === "function") return lazy(() => intersectShapes(a(), b()));
  if (typeof a === "function") return a;
  return typeof b === "function" || a === "unstated" ? b : a;
}

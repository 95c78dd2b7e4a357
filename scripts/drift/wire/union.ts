import { loosenLimits } from "./limits.js";
import { lazy, NOTHING } from "./shape.js";
import type { ArrayPart, Notes, NumberPart, ObjectPart, Shape, StringPart } from "./shape.js";

/** The shape that takes whatever one of the alternatives takes. */
export function uniteShapes(alternatives: readonly Shape[]): Shape {
  const [first, ...others] = alternatives;
  if (first === undefined) return NOTHING;
  const united = others.reduce(unitePair, first);
  return united === first ? first : { ...united, deprecated: isDeprecated(alternatives) };
}

function unitePair(a: Shape, b: Shape): Shape {
  const notes: Notes = {
    deviation: noteOf(a, "deviation") ?? noteOf(b, "deviation"),
    since: noteOf(a, "since") ?? noteOf(b, "since"),
  };
  const common = { default: a.default ?? b.default, notes };
  if (a.any || b.any) return { ...NOTHING, any: true, nullable: true, ...common };
  return {
    ...NOTHING,
    ...common,
    nullable: a.nullable || b.nullable,
    string: uniteStrings(a.string, b.string),
    number: uniteNumbers(a.number, b.number),
    boolean: a.boolean && b.boolean ? merge(a.boolean, b.boolean) : (a.boolean ?? b.boolean),
    array: uniteArrays(a.array, b.array),
    objects: uniteObjects(a.objects, b.objects),
  };
}

/** The mark of an object stands for that object; only plain alternatives hand theirs up to the union. */
function noteOf<Name extends keyof Notes>(shape: Shape, name: Name): Notes[Name] {
  return shape.objects.some((part) => part.notes[name] === shape.notes[name]) ? undefined : shape.notes[name];
}

function isDeprecated(alternatives: readonly Shape[]): boolean {
  const telling = alternatives.filter((shape) => !isOnlyNull(shape));
  return telling.length > 0 && telling.every((shape) => shape.deprecated);
}

function isOnlyNull(shape: Shape): boolean {
  const { any, nullable, string, number, boolean, array, objects } = shape;
  return nullable && !any && !string && !number && !boolean && !array && objects.length === 0;
}

function uniteStrings(a: StringPart | undefined, b: StringPart | undefined): StringPart | undefined {
  if (!a || !b) return a ?? b;
  return { open: a.open || b.open, values: merge(a.values, b.values), limits: uniteLimits(a, b) };
}

function uniteNumbers(a: NumberPart | undefined, b: NumberPart | undefined): NumberPart | undefined {
  if (!a || !b) return a ?? b;
  const integer = a.integer === undefined || b.integer === undefined ? undefined : a.integer && b.integer;
  return { open: a.open || b.open, values: merge(a.values, b.values), integer, limits: uniteLimits(a, b) };
}

/** Listed values need no limit: beside them the limits of the open alternative count. */
function uniteLimits<T extends StringPart | NumberPart>(a: T, b: T): T["limits"] {
  if (a.open !== b.open) return a.open ? a.limits : b.limits;
  return loosenLimits(a.limits, b.limits);
}

function uniteArrays(a: ArrayPart | undefined, b: ArrayPart | undefined): ArrayPart | undefined {
  if (!a || !b || a === b) return a ?? b;
  return { items: lazy(() => uniteShapes([a.items(), b.items()])), limits: loosenLimits(a.limits, b.limits) };
}

function uniteObjects(a: readonly ObjectPart[], b: readonly ObjectPart[]): readonly ObjectPart[] {
  return [...a, ...b.filter((part) => !a.some((other) => other.id === part.id))];
}

function merge<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  return [...new Set([...a, ...b])];
}

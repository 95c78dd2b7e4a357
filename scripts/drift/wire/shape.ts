/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Keywords that limit a value, such as `maxLength`, with their arguments. */
export type Limits = Readonly<Record<string, Json>>;

/** Strings that are taken: any (`open`), or only the listed ones; an open one may list those it knows. */
export interface StringPart {
  open: boolean;
  values: readonly string[];
  limits: Limits;
}

/** Numbers that are taken; `integer` is undefined where the source cannot tell. */
export interface NumberPart {
  open: boolean;
  values: readonly number[];
  integer: boolean | undefined;
  limits: Limits;
}

/** Arrays that are taken. */
export interface ArrayPart {
  items: () => Shape;
  limits: Limits;
}

/** What an object may hold beside its named properties; `unstated` where the source cannot tell. */
export type Rest = "open" | "closed" | "unstated" | (() => Shape);

/** One kind of object that is taken: a record, a map, or the member of a union. */
export interface ObjectPart {
  /** Equal numbers mean the same declaration, which ends recursion. */
  id: number;
  properties: ReadonlyMap<string, () => Shape>;
  required: ReadonlySet<string>;
  rest: Rest;
  limits: Limits;
  /** Sets of keys of which one must be there in full. */
  oneOfRequired: readonly (readonly string[])[];
  deprecated: boolean;
  notes: Notes;
}

/** Marks of our own fragment: why a place departs from the reference, and when it came. */
export interface Notes {
  deviation?: string | undefined;
  /** An edition, of the whole place or of each named fact: a value, or a keyword such as `maxLength`. */
  since?: string | Readonly<Record<string, string>> | undefined;
}

/**
 * What a place on the wire takes, sorted by JSON kind: how the schema is cut into unions, references and names
 * does not show any more, so that two documents can be compared place by place.
 */
export interface Shape {
  any: boolean;
  nullable: boolean;
  string: StringPart | undefined;
  number: NumberPart | undefined;
  /** The boolean values that are taken. */
  boolean: readonly boolean[] | undefined;
  array: ArrayPart | undefined;
  objects: readonly ObjectPart[];
  default: Json | undefined;
  deprecated: boolean;
  notes: Notes;
}

/** The shape that takes nothing: the start for building one. */
export const NOTHING: Shape = {
  any: false,
  nullable: false,
  string: undefined,
  number: undefined,
  boolean: undefined,
  array: undefined,
  objects: [],
  default: undefined,
  deprecated: false,
  notes: {},
};

/** The shape that takes every JSON value. */
export const ANYTHING: Shape = { ...NOTHING, any: true, nullable: true };

/** Computes a value at its first use and keeps it: shapes may be recursive. */
export function lazy<T>(compute: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

let lastId = 0;

/** Completes the description of an object and gives it its number. */
export function createObject(part: Partial<Omit<ObjectPart, "id">>): ObjectPart {
  return {
    id: ++lastId,
    properties: new Map(),
    required: new Set(),
    rest: "open",
    limits: {},
    oneOfRequired: [],
    deprecated: false,
    notes: {},
    ...part,
  };
}

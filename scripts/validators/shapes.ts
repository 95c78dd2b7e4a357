/**
 * What a place of the body accepts, told apart by JSON kind. Unions of kinds (a string or an array) are one
 * check with several members, so that the kind of the value alone decides.
 */
export interface Check {
  /** Every value is accepted; no other member counts. */
  any?: true;
  null?: true;
  boolean?: true;
  string?: StringCheck;
  number?: NumberCheck;
  /** The function that checks an array; `true` accepts any array. */
  array?: string | true;
  /** The function that checks an object; `true` accepts any object. */
  object?: string | true;
  /** The words after "expected" in a type error. */
  expected: string;
}

export interface StringCheck {
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
}

export interface NumberCheck {
  integer?: true;
  minimum?: number;
  maximum?: number;
}

export interface Field {
  key: string;
  required: boolean;
  check: Check;
}

/** An object with named members, checked in the order of the fragment. */
export interface ObjectShape {
  kind: "object";
  fields: Field[];
  /** One of these members must be present. */
  presence?: string[];
  /** The authored rules that look at such objects. */
  rules?: string[];
  /** Keys that are neither known nor unknown: they are passed over. */
  ignored?: string[];
}

export interface ArrayShape {
  kind: "array";
  items: Check;
  minItems?: number;
  maxItems?: number;
}

/** An object whose keys are free and whose values share one check. */
export interface MapShape {
  kind: "map";
  values: Check;
  maxProperties?: number;
  maxKeyLength?: number;
}

/** An object whose shape is chosen by a tag. */
export interface UnionShape {
  kind: "union";
  /** Where the tag is, from the object: one member, or a path into it. */
  tag: (string | number)[];
  /** Tag value to shape name. */
  mapping: Record<string, string>;
  /** Without a tag: the first of these keys that is present decides; `*` stands for none of them. */
  untagged?: Record<string, string>;
  /** Any other tag, known or not. */
  fallback?: string;
  /** An unknown tag is a fault of the object, not of its tag. */
  namesObject: boolean;
  /** Tags that are known in a sibling union, which this place does not take. */
  siblings: string[];
}

/** Counts one level of nesting before it goes on with the shape of the same recursion. */
export interface LevelShape {
  kind: "level";
  of: string;
}

export type Shape = ObjectShape | ArrayShape | MapShape | UnionShape | LevelShape;

/** Shapes by name: the functions that the validators consist of. */
export type Plan = Map<string, Shape>;

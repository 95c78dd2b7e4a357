/** What a place accepts, for the words of an error. */
export interface Accepts {
  expected: string;
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  integer?: true;
  minimum?: number;
  maximum?: number;
}

/** The tags of a union: those it takes, and those that are known elsewhere. */
export interface Tags {
  tag: string;
  values: string[];
  namesObject?: true;
  siblings?: string[];
}

export interface Size {
  minItems?: number;
  maxItems?: number;
  maxProperties?: number;
}

/** One fault; `path` runs from the place up to the root. */
export type Fault = { path: (string | number)[] } & (
  | { kind: "value"; value: unknown; accepts: Accepts; isItem: boolean }
  | { kind: "tag"; value: unknown; tags: Tags }
  | { kind: "key"; keys: string[]; object: object }
  | { kind: "presence"; keys: string[] }
  | { kind: "size"; size: number; limits: Size }
  | { kind: "depth"; levels: number }
  | { kind: "steps"; steps: number }
  | { kind: "rule"; broken: BrokenRule }
);

/** What an authored rule has found in an object. */
export interface BrokenRule {
  code: string;
  /** The place, from the object. */
  path: (string | number)[];
  /** The place that the provider names, from the object; null where it names none, `path` unless told. */
  param?: (string | number)[] | null;
  /** Words the fault; `param` is the place that is named, from the root. */
  word: (param: string) => string;
}

/**
 * A sentence that JSON Schema cannot say, about an object whose members may still be of any kind: it speaks only
 * where they are right. `root` is the value that the check began with.
 */
export type Rule = (object: Record<string, unknown>, root: unknown) => BrokenRule | undefined;

/** The authored rules by name. */
export type Rules = Partial<Record<string, Rule>>;

export type CheckFunction = (value: unknown) => boolean;

export interface Settings {
  /** How many faults to note before the check ends. */
  limit: number;
  /** Unknown keys are faults. */
  strict: boolean;
  /** Unknown tags pass. */
  lenient: boolean;
  /** The authored rules; one that is not there says nothing. */
  rules: Rules;
}

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
);

export type CheckFunction = (value: unknown) => boolean;

export interface Settings {
  /** How many faults to note before the check ends. */
  limit: number;
  /** Unknown keys are faults. */
  strict: boolean;
  /** Unknown tags pass. */
  lenient: boolean;
}

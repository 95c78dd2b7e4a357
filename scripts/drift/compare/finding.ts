import type { Notes } from "../wire/shape.js";

/** What two documents say differently about one place. */
export type What =
  | "only upstream"
  | "only ours"
  | "type"
  | "required"
  | "nullable"
  | "values"
  | "limit"
  | "default"
  | "deprecation";

/**
 * What a difference does to the values on the wire: `refuse`, we refuse what they take; `unknown`, the same but only
 * where unknown keys are refused; `accept`, we take what they refuse; `types`, the same values pass.
 */
export type Effect = "refuse" | "unknown" | "accept" | "types";

/** One difference as seen from the place where two shapes meet. */
export interface Finding {
  /** The rest of the place, such as `.detail`; empty for the place itself. */
  label: string;
  what: What;
  /** What our side says; undefined where it says nothing. */
  ours?: string | undefined;
  /** What the other side says; undefined where it says nothing. */
  upstream?: string | undefined;
  effect: Effect;
  /** The marks at our side of the place. */
  notes: Notes;
}

/** What a source can tell at all; the rest is not compared. */
export interface Knowledge {
  limits: boolean;
  defaults: boolean;
  /** Whether "any value" is meant: in the SDK's types, `unknown` also stands where its generator gave up. */
  anything: boolean;
}

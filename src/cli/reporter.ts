import type { CheckedSource } from "./check-source.js";

/** A way of writing what `validate` finds. */
export interface Reporter {
  /** Takes the outcome of one request. */
  report(checked: CheckedSource): void;
  /** Is called after the last. */
  finish(): void;
}

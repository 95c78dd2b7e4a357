import type { LeftOut, TokenPart } from "../local/types.js";
import type { CommandCounter } from "./choose-counter.js";
import { messageOf } from "./error-facts.js";
import type { CheckedSource, PlacedIssue } from "./read/check-source.js";
import type { Place } from "./read/read-requests.js";
import type { Tokens } from "./report/word-tokens.js";

/** What came of one request. */
export type CountOutcome = Place &
  (
    | ({ kind: "counted"; parts: TokenPart[] | undefined; leftOut: LeftOut[] } & Tokens)
    | { kind: "invalid"; issues: PlacedIssue[] }
    | { kind: "failed"; message: string }
    | { kind: "unreadable"; message: string }
  );

/** Counts one checked request; a bad body is not sent. */
export async function countSource(
  checked: CheckedSource,
  counter: CommandCounter,
  model: string | undefined,
): Promise<CountOutcome> {
  if (checked.kind === "unreadable") return checked;
  const { file, line, label, body, issues } = checked;
  const place: Place = { file, line, label };
  if (body === undefined) return { ...place, kind: "invalid", issues };
  try {
    const { input_tokens, range, parts, left_out } = await counter.count(
      model === undefined ? body : { ...body, model },
    );
    return { ...place, kind: "counted", tokens: input_tokens, range, parts, leftOut: left_out ?? [] };
  } catch (error) {
    const message = counter.redact(messageOf(error));
    return { ...place, kind: "failed", message };
  }
}

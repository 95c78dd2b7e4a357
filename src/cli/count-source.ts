import type { LeftOut, TokenPart } from "../local/types.js";
import type { CommandCounter } from "./choose-counter.js";
import { messageOf } from "./error-facts.js";
import type { CheckedRequest, CheckedSource } from "./read/check-source.js";
import type { Place } from "./read/read-requests.js";
import type { Tokens } from "./report/word-tokens.js";

/** What came of one request. */
export type CountOutcome =
  | (Place & { kind: "unreadable"; message: string })
  | (Omit<CheckedRequest, "kind"> &
      (
        | ({ kind: "counted"; parts: TokenPart[] | undefined; leftOut: LeftOut[] } & Tokens)
        | { kind: "invalid" }
        | { kind: "failed"; message: string }
      ));

/** Counts one checked request; a bad body is not sent. */
export async function countSource(
  checked: CheckedSource,
  counter: CommandCounter,
  model: string | undefined,
): Promise<CountOutcome> {
  if (checked.kind === "unreadable") return checked;
  const { body } = checked;
  if (body === undefined) return { ...checked, kind: "invalid" };
  try {
    const { input_tokens, range, parts, left_out } = await counter.count(
      model === undefined ? body : { ...body, model },
    );
    return { ...checked, kind: "counted", tokens: input_tokens, range, parts, leftOut: left_out ?? [] };
  } catch (error) {
    const message = counter.redact(messageOf(error));
    return { ...checked, kind: "failed", message };
  }
}

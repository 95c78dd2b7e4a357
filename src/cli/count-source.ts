import { describeModelUse, type ModelUse } from "../local/model-use.js";
import type { LeftOut, TokenPart } from "../local/types.js";
import type { CommandCounter } from "./choose-counter.js";
import { messageOf } from "./error-facts.js";
import type { CheckedRequest, CheckedSource } from "./read/check-source.js";
import type { Place } from "./read/read-requests.js";
import type { Tokens } from "./report/word-tokens.js";

/** The count of one request, and all that is known of it. */
export type CountedRequest = Omit<CheckedRequest, "kind"> &
  Tokens & {
    kind: "counted";
    /** Where the tokens go; undefined if a server counted. */
    parts: TokenPart[] | undefined;
    leftOut: LeftOut[];
    /** What the other counter says, if there is one, and its name. */
    compared: { by: string; tokens: number } | undefined;
    /** What the count means for its model, where that is known. */
    use: ModelUse | undefined;
    /** How the count stands to the limit, if there is one. */
    limit: { isOver: boolean; fits: boolean | null } | undefined;
  };

/** What came of one request. */
export type CountOutcome =
  | (Place & { kind: "unreadable"; message: string })
  | (Omit<CheckedRequest, "kind"> & ({ kind: "invalid" } | { kind: "failed"; message: string }))
  | CountedRequest;

/** How requests are counted. */
export interface CountSettings {
  counter: CommandCounter;
  /** The model to count as, in place of that of the bodies. */
  model: string | undefined;
  /** The most tokens that a request may have. */
  maxTokens: number | undefined;
}

/** Counts one checked request; a bad body is not sent. */
export async function countSource(
  checked: CheckedSource,
  { counter, model, maxTokens }: CountSettings,
): Promise<CountOutcome> {
  if (checked.kind === "unreadable") return checked;
  if (checked.body === undefined) return { ...checked, kind: "invalid" };
  const body = model === undefined ? checked.body : { ...checked.body, model };
  try {
    const [count, other] = await Promise.all([counter.count(body), counter.other?.count(body)]);
    const { input_tokens: tokens, range, parts, left_out: leftOut = [] } = count;
    const compared = counter.other && other && { by: counter.other.name, tokens: other.input_tokens };
    const use = body.model ? await describeModelUse(count, { model: body.model }) : undefined;
    const limit = maxTokens === undefined ? undefined : judge({ tokens, range }, maxTokens);
    return { ...checked, kind: "counted", tokens, range, parts, leftOut, compared, use, limit };
  } catch (error) {
    return { ...checked, kind: "failed", message: counter.redact(messageOf(error)) };
  }
}

/** Over a limit is what probably is; whether it fits is open where the range lies on both sides. */
function judge({ tokens, range }: Tokens, limit: number): CountedRequest["limit"] {
  const [low, high] = range ?? [tokens, tokens];
  const fits = low > limit ? false : high !== null && high <= limit ? true : null;
  return { isOver: tokens > limit, fits };
}

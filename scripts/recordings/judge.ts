import {
  identifyBody,
  toCountParams,
  validateRequest,
  type CreateParams,
  type ValidateOptions,
} from "../../src/validate/index.js";
import type { Recording } from "./read.js";

/** How our verdicts compare with the provider's answers. */
export interface Score {
  /** Bodies that the provider answered, and how many of them we accept. */
  answered: number;
  accepted: number;
  /** What we say of answered bodies that we refuse, places without indexes, with how often. */
  refusals: Map<string, number>;
  /** Bodies that the provider refused for their shape (400), by what we say of them. */
  refused: { sameWords: number; otherWords: number; accepted: number };
  /** The provider's words for bodies that we accept or word differently, with how often. */
  differences: Map<string, number>;
}

/** Holds our verdict on each recorded body against the provider's; keys that only generation takes are left out. */
export function makeJudge(options: ValidateOptions): { add(recording: Recording): void; score: Score } {
  const score: Score = {
    answered: 0,
    accepted: 0,
    refusals: new Map(),
    refused: { sameWords: 0, otherWords: 0, accepted: 0 },
    differences: new Map(),
  };
  return {
    score,
    add: (recording) => {
      const result = validateRequest(withoutGeneration(recording.body), options);
      const issue = result.ok ? undefined : result.issues[0];
      if (recording.status < 400) {
        score.answered++;
        if (!issue) score.accepted++;
        else bump(score.refusals, withoutIndexes(issue.message));
      } else if (recording.status === 400) {
        const { error } = recording;
        const isSame = issue?.message === error?.message && issue?.param === error?.param;
        const verdict = !issue ? "accepted" : isSame ? "sameWords" : "otherWords";
        score.refused[verdict]++;
        if (verdict !== "sameWords")
          bump(score.differences, `${verdict}: ${withoutIndexes(String(error?.message))}`);
      }
    },
  };
}

function withoutGeneration(body: unknown): unknown {
  // Its members may be of any kind; only its keys are looked at.
  return identifyBody(body) === "create_request" ? toCountParams(body as CreateParams) : body;
}

function withoutIndexes(text: string): string {
  return text.replaceAll(/\[\d+\]/g, "[n]").slice(0, 160);
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

import type { InputTokenCountParams } from "../../../generated/types.js";
import { type ValidateOptions, validateRequest, type ValidationIssue } from "../../validate/index.js";
import type { Place, RequestSource } from "./read-requests.js";
import type { Position, SourceText } from "./source-text.js";

/** One fault of a body at its place in the file. */
export interface PlacedIssue extends ValidationIssue {
  position: Position;
}

/** What a check found: a file that cannot be read, or a body (absent if it is no JSON) with its issues. */
export type CheckedSource =
  | (Place & { kind: "unreadable"; message: string })
  | (Place & {
      kind: "checked";
      source: SourceText;
      body: InputTokenCountParams | undefined;
      issues: PlacedIssue[];
      /** Whether there are, or may be, further issues than these. */
      hasMore: boolean;
    });

/** Issues that are looked for in one body. */
export const MOST_ISSUES = 10_000;
/** Names and indexes in all their paths together: those of a deep body would fill the memory and the screen. */
const MOST_STEPS = 500_000;

/** Checks one request that was read. A text that does not parse is one issue with the code `invalid_syntax`. */
export function checkSource(request: RequestSource, options: ValidateOptions): CheckedSource {
  if (request.kind === "unreadable") return request;
  const { file, line, label, source } = request;
  const checked = { kind: "checked", file, line, label, source, hasMore: false } as const;
  if (request.kind === "fault") {
    const { message, position } = request.fault;
    const issue = { message, param: null, code: "invalid_syntax", path: [], position };
    return { ...checked, body: undefined, issues: [issue] };
  }
  const { value, locate, start } = request.document;
  const verdict = validateRequest(value, options);
  if (verdict.ok) return { ...checked, body: verdict.value, issues: [] };
  const kept = keepIssues(verdict.issues);
  const positions = locate(
    kept.map(({ path, code }) => ({ path, part: code === "unknown_parameter" ? "name" : "value" })),
  );
  const issues = kept.map((issue, index) => ({ ...issue, position: positions[index] ?? start }));
  const hasMore = kept.length < verdict.issues.length || kept.length >= MOST_ISSUES;
  return { ...checked, body: undefined, issues, hasMore };
}

function keepIssues(issues: ValidationIssue[]): ValidationIssue[] {
  let steps = 0;
  const end = issues.findIndex(({ path }, index) => (steps += path.length) > MOST_STEPS && index > 0);
  return end < 0 ? issues : issues.slice(0, end);
}

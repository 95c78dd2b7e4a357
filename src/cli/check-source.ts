import type { InputTokenCountParams } from "../../generated/types.js";
import { type ValidateOptions, validateRequest, type ValidationIssue } from "../validate/index.js";
import type { Place, RequestSource } from "./read-requests.js";
import type { Position } from "./source.js";

/** One fault of a body at its place in the file. */
export interface PlacedIssue extends ValidationIssue {
  position: Position;
}

/** What a check found: a file that cannot be read, or a body (absent if it is no JSON) with its issues. */
export type CheckedSource =
  | (Place & { kind: "unreadable"; message: string })
  | (Place & {
      kind: "checked";
      text: string;
      body: InputTokenCountParams | undefined;
      issues: PlacedIssue[];
    });

/** Checks one request that was read. A text that does not parse is one issue with the code `invalid_syntax`. */
export function checkSource(source: RequestSource, options: ValidateOptions): CheckedSource {
  if (source.kind === "unreadable") return source;
  const { file, line, label, text } = source;
  if (source.kind === "fault") {
    const { message, position } = source.fault;
    const issue = { message, param: null, code: "invalid_syntax", path: [], position };
    return { kind: "checked", file, line, label, text, body: undefined, issues: [issue] };
  }
  const { value, locate } = source.document;
  const verdict = validateRequest(value, options);
  if (verdict.ok) return { kind: "checked", file, line, label, text, body: verdict.value, issues: [] };
  const issues = verdict.issues.map((issue) => ({
    ...issue,
    position: locate(issue.path, issue.code === "unknown_parameter" ? "name" : "value"),
  }));
  return { kind: "checked", file, line, label, text, body: undefined, issues };
}

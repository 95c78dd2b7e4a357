import type { InputTokenCountParams } from "../../../generated/types.js";
import {
  listGenerationKeys,
  toCountParams,
  type ValidateOptions,
  validateRequest,
  type ValidationIssue,
} from "../../validate/index.js";
import { findRequest, findWarnings } from "./find-request.js";
import type { SourceDocument } from "./parse-source.js";
import type { Place, RequestSource } from "./read-requests.js";
import type { Position, SourceText } from "./source-text.js";

/** One fault of a body at its place in the file. */
export interface PlacedIssue extends ValidationIssue {
  position: Position;
}

/** How requests are checked. */
export interface SourceOptions extends ValidateOptions {
  /** Whether a body may also have what only generation takes; it is left out before the check. */
  takesGeneration?: boolean;
}

/** What a check found: a file that cannot be read, or a body (absent if it is no JSON) with its issues. */
export type CheckedSource = (Place & { kind: "unreadable"; message: string }) | CheckedRequest;

/** A request that could be read, whether it is one or not. */
export type CheckedRequest = Place & {
  kind: "checked";
  source: SourceText;
  /** The body without what only generation takes; undefined if it is not valid. */
  body: InputTokenCountParams | undefined;
  issues: PlacedIssue[];
  /** Whether there are, or may be, further issues than these. */
  hasMore: boolean;
  /** Unknown top-level keys, where they are not issues. */
  warnings: PlacedIssue[];
  /** The top-level keys which only generation takes. */
  generationKeys: string[];
};

/** Issues that are looked for in one body at most, and those that the first look is for. */
const MOST_ISSUES = 10_000;
const FIRST_ISSUES = 100;
/** Names and indexes in all their paths together: those of a deep body would fill the memory and the screen. */
const MOST_STEPS = 500_000;

/** Checks one request that was read. A text that does not parse is one issue with the code `invalid_syntax`. */
export function checkSource(request: RequestSource, options: SourceOptions): CheckedSource {
  if (request.kind === "unreadable") return request;
  const { file, line, label, source } = request;
  const nothing = { body: undefined, issues: [], hasMore: false, warnings: [], generationKeys: [] };
  const checked: CheckedRequest = { kind: "checked", file, line, label, source, ...nothing };
  if (request.kind === "document") return { ...checked, ...checkDocument(request.document, options) };
  const { message, position } = request.fault;
  return { ...checked, issues: [{ message, param: null, code: "invalid_syntax", path: [], position }] };
}

function checkDocument(document: SourceDocument, options: SourceOptions): Partial<CheckedRequest> {
  const { body, place, misuse } = findRequest(document.value);
  const put = (issues: ValidationIssue[]): PlacedIssue[] => placeIssues(issues, place, document);
  if (misuse) return { issues: put([misuse]) };
  const generationKeys = listGenerationKeys(body);
  const params = options.takesGeneration && generationKeys.length > 0 ? toCountParams(body as object) : body;
  const { verdict, hasMore } = validate(params, options);
  const isStrict = options.unknownKeys === "reject";
  const warnings = isStrict ? [] : put(findWarnings(params));
  if (verdict.ok) return { body: verdict.value, warnings, generationKeys };
  return { issues: put(verdict.issues), hasMore, warnings, generationKeys };
}

/** Looks for all issues, or, where they lie so deep that all would be too much, for as many as are not. */
function validate(body: unknown, options: ValidateOptions) {
  let limit = FIRST_ISSUES;
  let verdict = validateRequest(body, { ...options, maxIssues: limit });
  if (!verdict.ok && verdict.issues.length >= limit) {
    const deepest = Math.max(...verdict.issues.map(({ path }) => path.length));
    limit = Math.min(MOST_ISSUES, Math.ceil(MOST_STEPS / deepest));
    verdict = validateRequest(body, { ...options, maxIssues: limit });
  }
  return { verdict, hasMore: !verdict.ok && verdict.issues.length >= limit };
}

function placeIssues(
  issues: ValidationIssue[],
  place: readonly string[],
  { locate, start }: SourceDocument,
): PlacedIssue[] {
  const positions = locate(
    issues.map(({ path, code }) => ({
      path: place.length === 0 ? path : [...place, ...path],
      part: code === "unknown_parameter" ? "name" : "value",
    })),
  );
  return issues.map((issue, index) => ({ ...issue, position: positions[index] ?? start }));
}

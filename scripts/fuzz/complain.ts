import { findFault, InputTokenCountParams as checkRequest } from "../../generated/validators.js";
import { isRequest, validateRequest, type ValidationIssue } from "../../src/validate/index.js";
import { readRequestSchema } from "./fragment.js";
import { createIndependentValidator } from "./independent.js";
import type { Json, JsonObject } from "./json.js";

const MOST_ISSUES = 10_000;

/** Says what is wrong with the answers to a body; undefined when they agree. */
export type Complain = (body: JsonObject) => string | undefined;

/**
 * Compares the generated validator with the independent one, by shape, and this package's answers to one body
 * with each other: no option may turn a verdict round that it has nothing to do with.
 */
export async function createComplaint(schema = readRequestSchema()): Promise<Complain> {
  const isValid = await createIndependentValidator(schema);
  return (body) => {
    const fits = findFault(checkRequest, body, {}) === undefined;
    if (fits !== isValid(body))
      return `the generated validator ${fits ? "accepts" : "refuses"} what the independent one does not`;
    return complainOfWords(body, fits);
  };
}

function complainOfWords(body: JsonObject, fits: boolean): string | undefined {
  const first = validateRequest(body);
  const all = validateRequest(body, { maxIssues: MOST_ISSUES });
  if (first.ok && !fits) return "validateRequest accepts what the generated validator refuses";
  if (isRequest(body) !== first.ok) return "isRequest and validateRequest differ";
  if (all.ok !== first.ok) return "maxIssues changes the verdict";
  if (!first.ok && validateRequest(body, { unknownKeys: "reject" }).ok)
    return "unknownKeys: reject accepts what ignore refuses";
  if (first.ok && !validateRequest(body, { unknownTypes: "allow" }).ok)
    return "unknownTypes: allow refuses what reject accepts";
  if (first.ok || all.ok) return undefined;
  if (first.issues.length !== 1) return "more than one issue without maxIssues";
  if (!all.issues.some((issue) => sameIssue(issue, first.issues[0])))
    return "the first issue is none of all issues";
  const places = all.issues.map(({ path }) => JSON.stringify(path));
  if (new Set(places).size !== places.length) return "two issues at one place";
  const lost = all.issues.find(({ path }) => !holdsPlace(body, path));
  return lost && `an issue at ${JSON.stringify(lost.path)}, which the body does not have`;
}

function sameIssue(one: ValidationIssue, other: ValidationIssue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The place is there, or is missing from a container that is there. */
function holdsPlace(body: Json, path: (string | number)[]): boolean {
  let value: Json | undefined = body;
  for (const key of path) {
    if (typeof value !== "object" || value === null || Array.isArray(value) !== (typeof key === "number"))
      return false;
    value = Object.hasOwn(value, key) ? (value as Record<string | number, Json>)[key] : undefined;
  }
  return true;
}

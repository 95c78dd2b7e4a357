import { COUNT_PARAMETERS, GENERATION_PARAMETERS } from "../../../generated/parameters.js";
import { identifyBody, type ValidationIssue } from "../../validate/index.js";
import { didYouMean } from "../../validate/words/did-you-mean.js";
import { formatParam } from "../../validate/words/param.js";

/** Warnings of one body that are written out; a body of another kind may have thousands of unknown keys. */
const MOST_WARNINGS = 20;

/** The endpoints whose bodies are counted. */
const ENDPOINTS = /\/responses(\/input_tokens)?\/?$/;

/** The request that a value holds. */
export interface FoundRequest {
  /** The body itself: the value, or what a Batch line holds. */
  body: unknown;
  /** Where it stands in the value. */
  place: readonly string[];
  /** Why it is no request, if it is none. */
  misuse: ValidationIssue | undefined;
}

/** Finds the request in a value: the value itself, or the `body` of a Batch line. Tells what is of another kind. */
export function findRequest(value: unknown): FoundRequest {
  if (identifyBody(value) !== "batch_line") return { body: value, place: [], misuse: findMisuse(value) };
  const { body, url } = value as { body: unknown; url?: unknown }; // as identifyBody has seen
  const misuse = findMisuse(body);
  if (misuse || typeof url !== "string" || ENDPOINTS.test(url)) return { body, place: ["body"], misuse };
  const message = "This Batch line is for another endpoint than POST /responses.";
  return { body, place: [], misuse: describeMisuse(["url"], "invalid_value", message) };
}

/** What is wrong with a body as a whole: it is of another kind, so that a count of it would mean nothing. */
export function findMisuse(body: unknown): ValidationIssue | undefined {
  switch (identifyBody(body)) {
    case "chat_completion":
      return describeMisuse(
        ["messages"],
        "unknown_parameter",
        "Unknown parameter: 'messages'. This is a body for POST /chat/completions; POST /responses has 'input'.",
      );
    case "response":
      return describeMisuse([], "invalid_value", "This is a response of the API, not a request.");
    case "batch_line":
      return describeMisuse(
        ["body"],
        "unknown_parameter",
        "This is a line of a Batch file; its 'body' is the request.",
      );
    case "unknown":
      // What is no object is for the validator to name, and every parameter may be left out.
      if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
      if (Object.keys(body).length === 0) return undefined;
      return describeMisuse(
        [],
        "unknown_parameter",
        "This is no request: it has none of the parameters that POST /responses takes.",
      );
    default:
      return undefined;
  }
}

function describeMisuse(path: string[], code: string, message: string): ValidationIssue {
  return { code, message, param: formatParam(path), path };
}

/**
 * What of a body is probably not meant: top-level keys that neither a count nor generation takes, which the
 * provider would refuse; 20 at most. And that there is nothing in it.
 */
export function findWarnings(body: unknown): ValidationIssue[] {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return [];
  if (Object.keys(body).length === 0) return [describeMisuse([], "invalid_value", "The request is empty.")];
  const known = new Set<string>([...COUNT_PARAMETERS, ...GENERATION_PARAMETERS]);
  const unknown = Object.keys(body).filter((key) => !known.has(key));
  return unknown.slice(0, MOST_WARNINGS).map((key) => {
    const param = formatParam([key]);
    const proposal = didYouMean(key, COUNT_PARAMETERS, body);
    return {
      code: "unknown_parameter",
      message: `Unknown parameter: '${param}'.${proposal}`,
      param,
      path: [key],
    };
  });
}

import type { Accepts } from "../../../generated/validators.js";
import { wordKind } from "./kinds.js";
import { listValues } from "./lists.js";
import { cut } from "./param.js";

export interface Words {
  code: string;
  message: string;
}

/** The longest value that a message shows, in UTF-16 units. */
const LONGEST_VALUE = 64;

export function wordMissing(place: string): Words {
  return { code: "missing_required_parameter", message: `Missing required parameter: '${place}'.` };
}

export function wordEnumeration(value: string, values: readonly string[]): Words {
  const shown = cut(value, LONGEST_VALUE);
  return {
    code: "invalid_value",
    message: `Invalid value: '${shown}'. Supported values are: ${listValues(values)}.`,
  };
}

export function wordType(place: string, expected: string, got: string): Words {
  const where = place === "" ? "Invalid body" : `Invalid type for '${place}'`;
  return { code: "invalid_type", message: `${where}: expected ${expected}, but got ${got} instead.` };
}

/** Words for a value that its place does not accept: its kind, or the limit that it breaks. */
export function wordValue(value: unknown, accepts: Accepts, place: string, isField: boolean): Words {
  const broken =
    (typeof value === "string" && wordString(value, accepts, place)) ||
    (typeof value === "number" && wordNumber(value, accepts, place));
  if (broken) return broken;
  // The provider calls the null of a top-level field an object.
  return wordType(place, accepts.expected, isField && value === null ? "an object" : wordKind(value));
}

function wordString(value: string, accepts: Accepts, place: string): Words | undefined {
  const { minLength, maxLength, pattern } = accepts;
  if (accepts.enum) return wordEnumeration(value, accepts.enum);
  if (
    minLength === undefined &&
    maxLength === undefined &&
    pattern === undefined &&
    accepts.format === undefined
  )
    return undefined;
  if (minLength === 1 && value === "") {
    return wordLimit(
      "empty_string",
      place,
      "empty string",
      "a string with minimum length 1",
      "an empty string",
    );
  }
  const isNear = maxLength !== undefined && value.length > maxLength && value.length <= 2 * maxLength;
  const length = isNear ? countPoints(value) : value.length;
  if (maxLength !== undefined && length > maxLength) {
    return wordLimit(
      "string_above_max_length",
      place,
      "string too long",
      `a string with maximum length ${maxLength}`,
      `a string with length ${length}`,
    );
  }
  const isShort = minLength !== undefined && value.length < 2 * minLength;
  if (isShort && countPoints(value) < minLength) {
    return wordLimit(
      "string_below_min_length",
      place,
      "string too short",
      `a string with minimum length ${minLength}`,
      `a string with length ${countPoints(value)}`,
    );
  }
  if (pattern !== undefined) {
    return {
      code: "invalid_value",
      message: `Invalid '${place}': string does not match pattern. Expected a string that matches the pattern '${pattern}'.`,
    };
  }
  return {
    code: "invalid_value",
    message: `Invalid '${place}'. Expected a valid URL, but got a value with an invalid format.`,
  };
}

/** The code points of a string, without a list of them: a limit can be megabytes. */
function countPoints(text: string): number {
  let points = text.length;
  for (let index = 1; index < text.length; index++) {
    const isPair =
      (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
    if (isPair) points--;
  }
  return points;
}

function wordNumber(value: number, accepts: Accepts, place: string): Words | undefined {
  const { minimum, maximum, integer } = accepts;
  if (integer ? !Number.isInteger(value) : !Number.isFinite(value)) return undefined;
  const kind = integer ? "integer" : "decimal";
  if (minimum !== undefined && value < minimum) {
    return wordLimit(
      `${kind}_below_min_value`,
      place,
      `${kind} below minimum value`,
      `a value >= ${minimum}`,
      `${value}`,
    );
  }
  if (maximum !== undefined && value > maximum) {
    return wordLimit(
      `${kind}_above_max_value`,
      place,
      `${kind} above maximum value`,
      `a value <= ${maximum}`,
      `${value}`,
    );
  }
  return undefined;
}

export function wordLimit(code: string, place: string, broken: string, expected: string, got: string): Words {
  return { code, message: `Invalid '${place}': ${broken}. Expected ${expected}, but got ${got} instead.` };
}

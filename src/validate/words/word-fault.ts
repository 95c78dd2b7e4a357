import type { Fault, Size, Tags } from "../../../generated/validators.js";
import type { ValidationIssue } from "../types.js";
import { didYouMean } from "./did-you-mean.js";
import { wordKind } from "./kinds.js";
import { listValues } from "./lists.js";
import { formatParam } from "./param.js";
import { wordEnumeration, wordLimit, wordMissing, wordType, wordValue, type Words } from "./word-value.js";

/** Turns a fault of the generated validators into an issue in the provider's words. */
export function wordFault(fault: Fault): ValidationIssue {
  const path = fault.path.slice().reverse();
  const param = formatParam(path);
  const place = param ?? "";
  switch (fault.kind) {
    case "value": {
      const { value, accepts } = fault;
      if (value === undefined && !fault.isItem && path.length > 0)
        return { ...wordMissing(place), param, path };
      return { ...wordValue(value, accepts, place, path.length === 1), param, path };
    }
    case "tag":
      return wordTag(fault.value, fault.tags, path);
    case "key":
      return {
        code: "unknown_parameter",
        message: `Unknown parameter: '${place}'.${didYouMean(String(path.at(-1)), fault.keys, fault.object)}`,
        param,
        path,
      };
    case "presence":
      return {
        code: "missing_required_parameter",
        message: `Missing required parameter: '${place}' needs one of ${listValues(fault.keys, "or")}.`,
        param,
        path,
      };
    case "size":
      return { ...wordSize(fault.size, fault.limits, place), param, path };
    case "rule": {
      const { code, word, path: inner, param: named = inner } = fault.broken;
      const place = named && formatParam([...path.slice(0, path.length - inner.length), ...named]);
      return { code, message: word(place ?? ""), param: place, path };
    }
    case "steps":
      return {
        code: "invalid_value",
        message: `Invalid '${shortenPlace(place)}': too large. Expected at most ${fault.steps} members in all arrays and maps of the body together, but got more.`,
        param,
        path,
      };
    case "depth":
      return {
        code: "invalid_value",
        message: `Invalid '${shortenPlace(place)}': nested too deeply. Expected at most ${fault.levels} levels, but got more.`,
        param,
        path,
      };
  }
}

/** A type or role that the union does not take, named at the object or at its tag, as the provider does. */
function wordTag(value: unknown, tags: Tags, path: (string | number)[]): ValidationIssue {
  const object = formatParam(path.slice(0, -1));
  const param = formatParam(path);
  if (tags.namesObject) {
    return { ...wordEnumeration(typeof value === "string" ? value : "", tags.values), param: object, path };
  }
  if (value === undefined) return { ...wordMissing(param ?? ""), param, path };
  if (typeof value !== "string") {
    const values = listValues(tags.values, "or");
    return {
      ...wordType(param ?? "", tags.values.length === 1 ? values : `one of ${values}`, wordKind(value)),
      param,
      path,
    };
  }
  if (tags.siblings?.includes(value)) return { ...wordEnumeration(value, tags.values), param: object, path };
  return { ...wordEnumeration(value, [...tags.values, ...(tags.siblings ?? [])]), param, path };
}

function wordSize(size: number, limits: Size, place: string): Words {
  const { minItems, maxItems, maxProperties } = limits;
  if (maxProperties !== undefined) {
    return wordLimit(
      "object_above_max_properties",
      place,
      "too many properties",
      `an object with at most ${maxProperties} properties`,
      `an object with ${size} properties`,
    );
  }
  if (minItems !== undefined && size < minItems) {
    if (size === 0)
      return wordLimit(
        "empty_array",
        place,
        "empty array",
        `an array with minimum length ${minItems}`,
        "an empty array",
      );
    return wordLimit(
      "array_below_min_length",
      place,
      "array too short",
      `an array with minimum length ${minItems}`,
      `an array with length ${size}`,
    );
  }
  return wordLimit(
    "array_above_max_length",
    place,
    "array too long",
    `an array with maximum length ${maxItems}`,
    `an array with length ${size}`,
  );
}

/** The first part of a place that is hundreds of levels deep. */
function shortenPlace(place: string): string {
  return place.length <= 80 ? place : `${place.slice(0, 77)}...`;
}

import type { ValidationIssue } from "./types.js";
import { formatParam } from "./words/param.js";

/** How many values are looked at: a proxy can make up new ones without end. */
const MOST_VALUES = 1_000_000;

/** A key, and where the value stands whose key it is. */
interface Place {
  key: string | number;
  outer: Place | undefined;
}

/**
 * The place of a body that throws when it is read (a getter, a proxy), as an issue. Called after a check has
 * thrown; walks without recursion, so that depth and cycles do no harm.
 */
export function findUnreadable(body: unknown): ValidationIssue {
  const seen = new Set<unknown>();
  const open: { value: unknown; place: Place | undefined }[] = [{ value: body, place: undefined }];
  for (let next = open.pop(); next !== undefined && seen.size < MOST_VALUES; next = open.pop()) {
    const { value } = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    let { place } = next;
    try {
      const isArray = Array.isArray(value);
      for (const key of Object.keys(value)) {
        place = { key: isArray ? Number(key) : key, outer: next.place };
        open.push({ value: (value as Record<string, unknown>)[key], place });
      }
    } catch {
      return describe(place);
    }
  }
  return describe(undefined);
}

function describe(place: Place | undefined): ValidationIssue {
  const path: (string | number)[] = [];
  for (let at = place; at; at = at.outer) path.push(at.key);
  const param = formatParam(path.reverse());
  const where = param === null ? "Invalid body" : `Invalid '${param}'`;
  return {
    code: "invalid_value",
    message: `${where}: the value cannot be read. Expected plain JSON data.`,
    param,
    path,
  };
}

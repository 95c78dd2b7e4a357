import type { ValidationIssue } from "./types.js";
import { formatParam } from "./words/param.js";

/** How many keys are looked at: a proxy can make up new ones without end. */
const MOST_KEYS = 200_000;

/** A key, and where the value stands whose key it is. */
interface Place {
  key: string | number;
  outer: Place | undefined;
}

/**
 * The place of a body that throws when it is read (a getter, a proxy), as an issue; the body itself where the
 * place is beyond what is looked at. Called after a check has thrown; walks without recursion, so that depth and
 * cycles do no harm.
 */
export function findUnreadable(body: unknown): ValidationIssue {
  return describe(findPlace(body));
}

function findPlace(body: unknown): Place | undefined {
  const seen = new Set<unknown>();
  const open: { value: unknown; place: Place | undefined }[] = [{ value: body, place: undefined }];
  let keys = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value } = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    let { place } = next;
    try {
      const isArray = Array.isArray(value);
      for (const key of Object.keys(value)) {
        if (++keys > MOST_KEYS) return undefined;
        place = { key: isArray ? Number(key) : key, outer: next.place };
        open.push({ value: (value as Record<string, unknown>)[key], place });
      }
    } catch {
      return place;
    }
  }
  return undefined;
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

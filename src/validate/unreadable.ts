import type { ValidationIssue } from "./types.js";
import { formatParam } from "./words/param.js";

/**
 * The place of a body that throws when it is read (a getter, a proxy), as an issue. Called after a check has
 * thrown; walks without recursion, so that depth and cycles do no harm.
 */
export function findUnreadable(body: unknown): ValidationIssue {
  const seen = new Set<unknown>();
  const open: { value: unknown; path: (string | number)[] }[] = [{ value: body, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    let place = path;
    try {
      const isArray = Array.isArray(value);
      for (const key of Object.keys(value)) {
        place = [...path, isArray ? Number(key) : key];
        open.push({ value: (value as Record<string, unknown>)[key], path: place });
      }
    } catch {
      return describe(place);
    }
  }
  return describe([]);
}

function describe(path: (string | number)[]): ValidationIssue {
  const param = formatParam(path);
  const where = param === null ? "Invalid body" : `Invalid '${param}'`;
  return {
    code: "invalid_value",
    message: `${where}: the value cannot be read. Expected plain JSON data.`,
    param,
    path,
  };
}

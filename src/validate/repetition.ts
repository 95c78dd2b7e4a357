import type { ValidationIssue } from "./types.js";

/** The places that start with the same keys: the next keys, or nothing more where a place ends. */
type Places = Map<string | number, Places | undefined>;

/** The later issues, save those at, around or inside a place that an earlier one names: one fault, one issue. */
export function withoutRepetition(
  later: ValidationIssue[],
  earlier: readonly ValidationIssue[],
): ValidationIssue[] {
  if (later.length === 0 || earlier.length === 0) return later;
  const places: Places = new Map();
  for (const { path } of earlier) addPlace(places, path);
  return later.filter(({ path }) => !overlaps(places, path));
}

function addPlace(places: Places, path: readonly (string | number)[]): void {
  let inner = places;
  for (const [index, key] of path.entries()) {
    const known = inner.get(key);
    // A place that ends here covers all that would follow.
    if (known === undefined && inner.has(key)) return;
    if (index === path.length - 1) inner.set(key, undefined);
    else {
      const next = known ?? new Map<string | number, Places | undefined>();
      inner.set(key, next);
      inner = next;
    }
  }
}

function overlaps(places: Places, path: readonly (string | number)[]): boolean {
  let inner: Places = places;
  for (const key of path) {
    if (!inner.has(key)) return false;
    const next = inner.get(key);
    if (next === undefined) return true;
    inner = next;
  }
  return true;
}

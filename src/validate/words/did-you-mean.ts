/** The provider proposes names within this many edits: insertions, deletions, replacements. */
const FARTHEST = 2;

/**
 * Proposes the known keys that an unknown one may stand for: within two edits and not in the object yet, the
 * nearest first, equals in alphabetical order. Empty when there is none.
 */
export function didYouMean(unknown: string, known: readonly string[], object: object): string {
  const candidates = known
    .filter((key) => !Object.hasOwn(object, key))
    .map((key) => ({ key, edits: countEdits(unknown, key) }))
    .filter(({ edits }) => edits <= FARTHEST)
    .sort((a, b) => a.edits - b.edits || (a.key < b.key ? -1 : 1));
  if (candidates.length === 0) return "";
  return ` Did you mean ${candidates.map(({ key }) => `'${key}'`).join(" or ")}?`;
}

/** Levenshtein's distance; more than `FARTHEST` is not told apart. */
function countEdits(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > FARTHEST) return FARTHEST + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

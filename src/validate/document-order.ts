import type { ValidationIssue } from "./types.js";

/** Sorts issues by where their places stand in the body; what is missing stands at the end of its object. */
export function sortByDocument(issues: ValidationIssue[], body: unknown): ValidationIssue[] {
  const positions = new Map<object, Map<string, number>>();

  function position(container: unknown, key: string | number): number {
    if (typeof key === "number") return key;
    if (typeof container !== "object" || container === null) return 0;
    let known = positions.get(container);
    if (!known)
      positions.set(container, (known = new Map(Object.keys(container).map((name, index) => [name, index]))));
    return known.get(key) ?? known.size;
  }

  return issues
    .map((issue) => {
      let value = body;
      const order = issue.path.map((key) => {
        const at = position(value, key);
        value =
          typeof value === "object" && value !== null
            ? (value as Record<string | number, unknown>)[key]
            : undefined;
        return at;
      });
      return { issue, order };
    })
    .sort((a, b) => compare(a.order, b.order))
    .map(({ issue }) => issue);
}

function compare(a: number[], b: number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

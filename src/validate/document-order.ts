import type { ValidationIssue } from "./types.js";

type Keys = Map<string, number>;

/** Sorts issues by where their places stand in the body; what is missing stands at the end of its object. */
export function sortByDocument(issues: ValidationIssue[], body: unknown): ValidationIssue[] {
  if (issues.length < 2) return issues;
  const positions = findPositions(issues, body);
  return issues
    .map((issue) => {
      let value = body;
      const order = issue.path.map((key) => {
        const at = typeof key === "number" ? key : (positions.get(value)?.get(key) ?? Infinity);
        value = step(value, key);
        return at;
      });
      return { issue, order };
    })
    .sort((a, b) => compare(a.order, b.order))
    .map(({ issue }) => issue);
}

/** The positions of the keys that the issues name, in their objects: each object is gone through once. */
function findPositions(issues: ValidationIssue[], body: unknown): Map<unknown, Keys> {
  const wanted = new Map<unknown, Keys>();
  for (const { path } of issues) {
    let value = body;
    for (const key of path) {
      if (typeof key === "string") {
        const keys = wanted.get(value) ?? new Map<string, number>();
        wanted.set(value, keys.set(key, Infinity));
      }
      value = step(value, key);
    }
  }
  for (const [value, keys] of wanted) {
    if (typeof value !== "object" || value === null) continue;
    Object.keys(value).forEach((key, index) => {
      if (keys.has(key)) keys.set(key, index);
    });
  }
  return wanted;
}

function step(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}

function compare(a: number[], b: number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const [one = 0, other = 0] = [a[i], b[i]];
    if (one !== other) return one < other ? -1 : 1;
  }
  return a.length - b.length;
}

import { ShapeError } from "./shape-error.js";
import type { Plan, Shape } from "./shapes.js";

/** The names that a shape's function calls. */
function callsOf(shape: Shape): string[] {
  const checks =
    shape.kind === "object"
      ? shape.fields.map((field) => field.check)
      : shape.kind === "array"
        ? [shape.items]
        : shape.kind === "map"
          ? [shape.values]
          : [];
  const names = checks.flatMap((check) => [check.object, check.array]);
  if (shape.kind === "union")
    names.push(...Object.values(shape.mapping), ...Object.values(shape.untagged ?? {}), shape.fallback);
  return names.filter((name) => typeof name === "string");
}

/**
 * Puts a counter of levels into every recursion of the plan, at the array through which it goes down, so that
 * no body can use up the call stack.
 */
export function boundRecursion(plan: Plan): void {
  for (const [name, shape] of [...plan]) {
    if (shape.kind !== "array" || !reaches(plan, name, name)) continue;
    plan.set(`${name}_level`, shape);
    plan.set(name, { kind: "level", of: `${name}_level` });
  }
  for (const name of plan.keys()) {
    if (plan.get(name)?.kind !== "level" && reaches(plan, name, name, "level")) {
      throw new ShapeError(
        name,
        `${name} contains itself without an array between, and the build bounds recursion at arrays only; put an array between.`,
      );
    }
  }
}

/** Whether a call of `from` can lead to a call of `to`; `without` leaves out shapes of that kind. */
function reaches(plan: Plan, from: string, to: string, without?: Shape["kind"]): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const shape = plan.get(name);
    if (!shape || shape.kind === without) continue;
    for (const next of callsOf(shape)) {
      if (next === to) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
}

import type { Check, Plan } from "./shapes.js";

/**
 * Tag members that need no check of their own, as `Shape.key`: those of shapes that only a union on that very
 * tag leads to, so that the dispatch has compared the tag already.
 */
export function findDispatchedTags(plan: Plan, roots: Iterable<string>): Set<string> {
  const routes = new Map<string, Set<string>>();
  const note = (shape: string, route: string): void => {
    routes.set(shape, (routes.get(shape) ?? new Set()).add(route));
  };
  const noteCheck = (check: Check): void => {
    if (typeof check.object === "string") note(check.object, "direct");
  };
  for (const root of roots) note(root, "direct");
  for (const shape of plan.values()) {
    if (shape.kind === "object") shape.fields.forEach((field) => noteCheck(field.check));
    else if (shape.kind === "array") noteCheck(shape.items);
    else if (shape.kind === "map") noteCheck(shape.values);
    else if (shape.kind === "level") note(shape.of, "direct");
    else {
      for (const branch of Object.values(shape.mapping)) note(branch, shape.tag.join("."));
      for (const branch of [...Object.values(shape.untagged ?? {}), shape.fallback])
        if (branch) note(branch, "direct");
    }
  }
  const dispatched = new Set<string>();
  for (const [name, ways] of routes) {
    const [only] = ways;
    if (ways.size === 1 && only !== undefined && only !== "direct") dispatched.add(`${name}.${only}`);
  }
  return dispatched;
}

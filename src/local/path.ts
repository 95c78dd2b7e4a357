/** A place in the body, linked from the inside out; null is the root. */
export type Path = { readonly parent: Path; readonly key: string | number } | null;

/** Steps of a place that are written out. */
const MAX_STEPS = 24;

/** The place one step further in. */
export function step(parent: Path, key: string | number): Path {
  return { parent, key };
}

/** Writes a place in the provider's notation, `input[3].content[0]`, cut after 24 steps; the root is empty. */
export function formatPath(path: Path): string {
  const steps: string[] = [];
  for (let at = path; at; at = at.parent) {
    steps.push(typeof at.key === "number" ? `[${at.key}]` : `.${at.key}`);
  }
  const shown = steps.reverse().slice(0, MAX_STEPS).join("").replace(/^\./, "");
  return steps.length > MAX_STEPS ? `${shown}…` : shown;
}

/** Levels of nesting that the YAML parser is given: beyond some thousand it exhausts the stack and ends the process. */
export const MAX_NESTING = 500;

/** Whether a value is nested deeper than so many levels; without recursion. */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value];
  for (let level = 0; level <= levels; level++) {
    layer = layer.flatMap((member): unknown[] =>
      typeof member === "object" && member !== null ? Object.values(member) : [],
    );
    if (layer.length === 0) return false;
  }
  return true;
}

/** Whether a YAML text could be nested deeper than so many levels: by brackets, by indentation, by `- - -`. */
export function couldNestDeeper(text: string, levels: number): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth += sign === "[" || sign === "{" ? 1 : -1;
    if (depth > levels) return true;
    if (depth < 0) depth = 0; // a closing bracket in plain text
  }
  for (const [lead] of text.matchAll(/^[ \t?:-]+/gm)) {
    if (lead.length > 2 * levels) return true;
  }
  return false;
}

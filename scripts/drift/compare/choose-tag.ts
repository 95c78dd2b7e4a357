import type { ObjectPart } from "../wire/shape.js";

/**
 * Chooses the property whose listed strings tell the most objects apart; `type` goes before others.
 * @param used tags that are spent: a further one must be known to every object
 * @returns undefined when no property tells the objects apart
 */
export function chooseTag(parts: readonly ObjectPart[], used: readonly string[]): string | undefined {
  const names = new Set(parts.flatMap((part) => [...part.properties.keys()]));
  let best: { name: string; score: number } | undefined;
  for (const name of names) {
    if (used.includes(name)) continue;
    const lists = parts.map((part) => readTagValues(part, name)).filter((values) => values.length > 0);
    const kinds = new Set(lists.map((values) => [...values].sort().join())).size;
    const tellsApart = kinds > 1 || lists.length < parts.length;
    const isCommon = used.length > 0 ? lists.length === parts.length : lists.length * 2 > parts.length;
    if (!tellsApart || !isCommon) continue;
    const score = lists.length * 1000 + (name === "type" ? 999 : Math.min(kinds, 998));
    if (!best || score > best.score) best = { name, score };
  }
  return best?.name;
}

/** The strings to which an object's property is bound; none where it is free. */
export function readTagValues(part: ObjectPart, name: string): readonly string[] {
  const string = part.properties.get(name)?.().string;
  return string && !string.open ? string.values : [];
}

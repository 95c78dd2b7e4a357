import type { ObjectPart } from "../wire/shape.js";
import { chooseTag, readTagValues } from "./choose-tag.js";

/** Objects of both sides that stand for each other; where one side is empty, the other has no counterpart. */
export interface ObjectPair {
  /** The part of the place that names the pair, such as `.mcp` or `(assistant)`; empty where nothing needs telling. */
  label: string;
  ours: readonly ObjectPart[];
  upstream: readonly ObjectPart[];
  /** The properties that told the pair from others. */
  tags: readonly string[];
  /** Tag values that one side alone has for this object. */
  extraValues: readonly ExtraValues[];
}

/** Tag values that lead to the same object, but on one side only. */
export interface ExtraValues {
  tag: string;
  isUpstream: boolean;
  values: readonly string[];
}

interface Group {
  values: string[];
  ours: ObjectPart[];
  upstream: ObjectPart[];
}

/**
 * Pairs the objects of a union by their tags (`type`, then `role` and the like), so that neither the order of the
 * branches counts nor how the union is cut: branches with the same tags are taken together.
 */
export function pairObjects(
  ours: readonly ObjectPart[],
  upstream: readonly ObjectPart[],
  tags: readonly string[] = [],
): ObjectPair[] {
  const whole = [{ label: "", ours, upstream, tags, extraValues: [] }];
  const isPlain = ours.length < 2 && upstream.length < 2;
  if (isPlain || (tags.length > 0 && (ours.length === 0 || upstream.length === 0))) return whole;
  const tag = chooseTag([...ours, ...upstream], tags);
  if (tag === undefined) return whole;
  const groups = groupByValue(ours, upstream, tag);
  const homes = new Map(groups.map((group) => [group, findHome(group, groups)]));
  const kept = groups.filter((group) => !homes.get(group));
  return kept.flatMap((group) => {
    const label = kept.length > 1 ? nameGroup(group, tags.length > 0) : "";
    const [first, ...others] = pairObjects(group.ours, group.upstream, [...tags, tag]);
    const guests = groups.filter((other) => homes.get(other) === group);
    const extraValues = guests.map(({ values, upstream: theirs }) => ({
      tag,
      isUpstream: theirs.length > 0,
      values,
    }));
    const named = others.map((pair) => ({ ...pair, label: label + pair.label }));
    if (!first) return named;
    return [
      { ...first, label: label + first.label, extraValues: [...first.extraValues, ...extraValues] },
      ...named,
    ];
  });
}

/** Values that choose the same objects on both sides are one group; objects without the tag are a group of their own. */
function groupByValue(ours: readonly ObjectPart[], upstream: readonly ObjectPart[], tag: string): Group[] {
  const byValue = new Map<string, Group>();
  const add = (side: "ours" | "upstream", part: ObjectPart): void => {
    const values = readTagValues(part, tag);
    for (const value of values.length > 0 ? values : [""]) {
      const group = byValue.get(value) ?? { values: [value], ours: [], upstream: [] };
      group[side].push(part);
      byValue.set(value, group);
    }
  };
  for (const part of ours) add("ours", part);
  for (const part of upstream) add("upstream", part);
  const groups = new Map<string, Group>();
  for (const group of byValue.values()) {
    const key = [group.ours, group.upstream].map((parts) => parts.map(({ id }) => id).join()).join(";");
    const same = groups.get(key);
    if (same) same.values.push(...group.values);
    else groups.set(key, group);
  }
  return [...groups.values()];
}

/** For a one-sided group: the group in which its objects have a counterpart. Then it is a tag value more, not an object. */
function findHome(group: Group, groups: readonly Group[]): Group | undefined {
  if (group.ours.length > 0 && group.upstream.length > 0) return undefined;
  const side = group.ours.length > 0 ? "ours" : "upstream";
  return groups.find(
    (other) =>
      other.ours.length > 0 &&
      other.upstream.length > 0 &&
      group[side].every((part) => other[side].includes(part)),
  );
}

function nameGroup({ values }: Group, isNested: boolean): string {
  if (isNested) return `(${values.join("|")})`;
  return values[0] ? `.${values[0]}` : "(untagged)";
}

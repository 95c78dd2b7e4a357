import { loosenLimits } from "../wire/limits.js";
import { createObject, lazy } from "../wire/shape.js";
import type { ObjectPart, Rest, Shape } from "../wire/shape.js";
import { uniteShapes } from "../wire/union.js";

/** Takes overlapping objects together as the one object that the wire shows: what is required is required by all. */
export class ObjectMerger {
  readonly #merged = new Map<string, ObjectPart>();

  /** Equal lists give the same object, so that recursion ends. */
  merge(parts: readonly ObjectPart[]): ObjectPart {
    const [first, ...others] = parts;
    if (first && others.length === 0) return first;
    const key = parts.map(({ id }) => id).join();
    const merged = this.#merged.get(key) ?? mergeAll(parts);
    this.#merged.set(key, merged);
    return merged;
  }
}

function mergeAll(parts: readonly ObjectPart[]): ObjectPart {
  const readers = new Map<string, (() => Shape)[]>();
  for (const part of parts) {
    for (const [name, read] of part.properties) readers.set(name, [...(readers.get(name) ?? []), read]);
  }
  const properties = [...readers].map(
    ([name, list]) => [name, lazy(() => uniteShapes(list.map((read) => read())))] as const,
  );
  const names = [...readers.keys()];
  return createObject({
    properties: new Map(properties),
    required: new Set(names.filter((name) => parts.every((part) => part.required.has(name)))),
    rest: parts.map((part) => part.rest).reduce(loosenRests),
    limits: parts.map((part) => part.limits).reduce(loosenLimits),
    deprecated: parts.every((part) => part.deprecated),
    notes: parts.find((part) => part.notes.deviation ?? part.notes.since)?.notes ?? {},
  });
}

function loosenRests(a: Rest, b: Rest): Rest {
  if (a === "open" || b === "open") return "open";
  if (typeof a === "function") return typeof b === "function" ? lazy(() => uniteShapes([a(), b()])) : a;
  return typeof b === "function" || a === "closed" ? b : a;
}

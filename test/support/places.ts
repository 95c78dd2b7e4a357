import { readFileSync } from "node:fs";
import { replaceAt, type Json, type JsonObject, type Path } from "./json.js";

/** A place of a body that takes a value of a union. */
export interface Place {
  path: Path;
  wrap: (value: Json) => JsonObject;
}

/** A folder of fixtures: the union whose tags name its files, and the bodies in which `$` stands for a value. */
const table = JSON.parse(readFileSync(new URL("../fixtures/places.json", import.meta.url), "utf8")) as Record<
  string,
  { union: string | null; at: Json[] }
>;

/** The folders of fixtures, the union whose tags name their files, and where its values go. */
export const places = Object.entries(table).map(([folder, { union, at }]) => ({
  folder,
  union,
  at: at.map(toPlace),
}));

function toPlace(body: Json): Place {
  const path = findMark(body, []) ?? [];
  return { path, wrap: (value) => (path.length === 0 ? value : replaceAt(body, path, value)) as JsonObject };
}

function findMark(value: Json, path: Path): Path | undefined {
  if (value === "$") return path;
  if (Array.isArray(value)) return first(value.map((inner, index) => findMark(inner, [...path, index])));
  if (typeof value !== "object" || value === null) return undefined;
  return first(Object.entries(value).map(([key, inner]) => findMark(inner, [...path, key])));
}

function first(found: (Path | undefined)[]): Path | undefined {
  return found.find((path) => path !== undefined);
}

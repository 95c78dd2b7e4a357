export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
export type Path = (string | number)[];

/** What stands at a path. */
export function read(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => (at as JsonObject | undefined)?.[key], value);
}

/** A copy of a value with something else at a path; undefined takes the member away. */
export function replaceAt(value: Json, path: Path, other: Json | undefined): Json {
  const copy = structuredClone(value);
  const container = read(copy, path.slice(0, -1)) as JsonObject;
  const key = path.at(-1) ?? "";
  if (other === undefined) delete container[key];
  else container[key] = other;
  return copy;
}

/** A path in the provider's notation: `input[0].content`. */
export function param(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    "",
  );
}

/** Freezes a value and all that it holds: a write to it throws. */
export function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

/** What `JSON.parse` can give. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

/** Where a value stands: the container that holds it, and its key or index there. */
export interface Slot {
  container: Json[] | JsonObject;
  key: string | number;
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A deep copy, of plain objects of this realm: `structuredClone` makes those of another one under jest. */
export function copy<T extends Json>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Sets a member as `JSON.parse` does: as an own one, whatever its name, `__proto__` too. */
export function setMember(object: JsonObject, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** What stands at a path; null where nothing does. */
export function readPath(value: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((inner, key) => {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return null;
    return readSlot({ container: inner, key });
  }, value);
}

export function readSlot({ container, key }: Slot): Json {
  return (container as Record<string | number, Json>)[key] as Json;
}

export function writeSlot({ container, key }: Slot, value: Json): void {
  if (Array.isArray(container)) container[Number(key)] = value;
  else setMember(container, String(key), value);
}

/** Takes a value out of its container; later members of an array move up. */
export function clearSlot({ container, key }: Slot): void {
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete container[key];
}

/** All places of a value, each before the places inside it. */
export function listSlots(value: Json): Slot[] {
  const slots: Slot[] = [];
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const container = next;
    const keys = Array.isArray(container) ? container.map((_, index) => index) : Object.keys(container);
    for (const key of keys) slots.push({ container, key });
    open.push(...keys.map((key) => readSlot({ container, key })));
  }
  return slots;
}

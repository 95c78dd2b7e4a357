import { clearSlot, copy, listSlots, readSlot, writeSlot, type Json, type JsonObject } from "./json.js";

const SIMPLER: Json[] = [null, "", 0, [], {}];

/** The smallest body that one can reach by taking parts away and that still fails. */
export function shrink(body: JsonObject, fails: (body: JsonObject) => boolean): JsonObject {
  let smallest = body;
  for (let next: JsonObject | undefined = body; next; next = findSmaller(smallest, fails)) smallest = next;
  return smallest;
}

function findSmaller(body: JsonObject, fails: (body: JsonObject) => boolean): JsonObject | undefined {
  const count = listSlots(body).length;
  for (let index = 0; index < count; index++) {
    for (const candidate of candidates(body, index)) {
      if (weigh(candidate) < weigh(body) && fails(candidate)) return candidate;
    }
  }
  return undefined;
}

/** The body with one place taken out, made simpler, or replaced by what it holds. */
function* candidates(body: JsonObject, index: number): Generator<JsonObject> {
  const without = copy(body);
  const gone = listSlots(without)[index];
  if (!gone) return;
  clearSlot(gone);
  yield without;
  const value = readSlot(listSlots(body)[index] ?? gone);
  const inner = typeof value === "object" && value !== null ? Object.values(value) : [];
  for (const replacement of [...SIMPLER, ...inner]) {
    const changed = copy(body);
    const slot = listSlots(changed)[index];
    if (slot) writeSlot(slot, copy(replacement));
    yield changed;
  }
}

/** Bytes of JSON, near enough; null is the simplest value of all. */
function weigh(body: Json): number {
  return JSON.stringify(body, (_, value: unknown) => (value === null ? 0 : value)).length;
}

import type { Schema } from "../openapi.js";
import { kindsOf, literalsOf, type Fragment } from "./fragment.js";
import { Generator } from "./generate.js";
import {
  copy,
  clearSlot,
  isObject,
  listSlots,
  readSlot,
  setMember,
  writeSlot,
  type Json,
  type JsonObject,
  type Slot,
} from "./json.js";
import type { Random } from "./random.js";
import { SAMPLES } from "./samples.js";

const NUMBERS = [-1, -0, 0, 1, 3, 4, 50, 51, 1.5, 1e21, -1e21, 2 ** 53];
const STRINGS = [
  "",
  "x".repeat(64),
  "x".repeat(65),
  "x".repeat(512),
  "x".repeat(513),
  "😀".repeat(64),
  "😀".repeat(65),
  "\udc00",
  "a b",
  "no scheme",
  "a:b",
];

/** The words of the fragment, to be put where they do not belong. */
export interface Vocabulary {
  literals: string[];
  keys: string[];
  schemas: Schema[];
}

/** Collects the literals, member names and object schemas of all that the named schema can hold. */
export function collectVocabulary(fragment: Fragment, root: string): Vocabulary {
  const schemas = [...fragment.within(root)];
  const literals = schemas
    .flatMap((schema) => literalsOf(schema) ?? [])
    .filter((value) => typeof value === "string");
  const keys = schemas.flatMap((schema) => Object.keys(schema.properties ?? {}));
  return {
    literals: [...new Set(literals)],
    keys: [...new Set(keys)],
    schemas: schemas.filter((schema) => kindsOf(schema).includes("object") && schema.properties),
  };
}

/** Breaks, or only changes, one place of a body; the body itself is changed. */
export function mutate(body: JsonObject, random: Random, fragment: Fragment, words: Vocabulary): void {
  const slots = listSlots(body);
  const tags = slots.filter(({ key }) => key === "type" || key === "role");
  const pool = tags.length > 0 && random.chance(0.2) ? tags : slots;
  const slot = pool.length === 0 ? undefined : random.pick(pool);
  if (!slot || random.chance(0.08)) addMember(body, slots, random, words);
  else random.pick(CHANGES)({ slot, slots, random, fragment, words });
}

interface Change {
  slot: Slot;
  slots: Slot[];
  random: Random;
  fragment: Fragment;
  words: Vocabulary;
}

const CHANGES: ((change: Change) => void)[] = [
  ({ slot }) => clearSlot(slot),
  ({ slot }) => writeSlot(slot, null),
  ({ slot, random }) => writeSlot(slot, copy(random.pick(Object.values(SAMPLES)))),
  ({ slot, random, words }) => writeSlot(slot, random.pick(words.literals)),
  ({ slot, random }) => writeSlot(slot, random.pick(STRINGS)),
  ({ slot, random }) => writeSlot(slot, random.pick(NUMBERS)),
  ({ slot }) => writeSlot(slot, [copy(readSlot(slot))]),
  ({ slot }) => writeSlot(slot, unwrap(readSlot(slot))),
  ({ slot }) => writeSlot(slot, turnContainer(readSlot(slot))),
  ({ slot, random, fragment, words }) => {
    writeSlot(slot, new Generator(fragment, random, 0.3).value(random.pick(words.schemas), 4));
  },
  ({ slot, slots, random }) => writeSlot(slot, copy(readSlot(random.pick(slots)))),
];

function addMember(body: JsonObject, slots: Slot[], random: Random, words: Vocabulary): void {
  const objects = [body, ...slots.map(readSlot).filter(isObject)];
  const key = random.pick([random.pick(words.keys), "unknown", "__proto__", "constructor"]);
  setMember(random.pick(objects), key, copy(random.pick(Object.values(SAMPLES))));
}

function unwrap(value: Json): Json {
  const inner = typeof value === "object" && value !== null ? Object.values(value)[0] : undefined;
  return inner === undefined ? [] : copy(inner);
}

/** An array as an object with its indexes as keys, an object as the array of its values. */
function turnContainer(value: Json): Json {
  if (Array.isArray(value)) return copy({ ...value });
  return isObject(value) ? copy(Object.values(value)) : {};
}

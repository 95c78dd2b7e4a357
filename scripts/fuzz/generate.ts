import type { Schema } from "../openapi.js";
import { kindsOf, literalsOf, type Fragment } from "./fragment.js";
import { setMember, type Json, type JsonObject } from "./json.js";
import type { Random } from "./random.js";
import { validNumbers, validStrings } from "./samples.js";

/** Arrays this deep stay empty, which ends every recursion of the fragment. */
const DEEPEST = 9;
/** Keys that no schema names, and that trip naive code. */
const STRANGE_KEYS = ["", "__proto__", "constructor", "hasOwnProperty", "toString", "x-later", "0", "length"];

function isDeep(kinds: string[]): boolean {
  return kinds.includes("array") || kinds.includes("object");
}

/** Makes values that fit their schema, from chance alone; notes the union branches that it has taken. */
export class Generator {
  readonly reached = new Set<Schema>();

  constructor(
    private readonly fragment: Fragment,
    private readonly random: Random,
    /** How likely an optional member is there. */
    private readonly density: number,
  ) {}

  value(schema: Schema, depth = 0): Json {
    const { fragment, random } = this;
    if (schema.$ref !== undefined) return this.value(fragment.resolve(schema), depth);
    const branches = fragment.branches(schema);
    if (branches) {
      const branch = this.prefer(branches, (schema) =>
        fragment.leaves(schema).some((leaf) => isDeep(kindsOf(leaf))),
      );
      this.reached.add(branch);
      return this.value(branch, depth);
    }
    const literals = literalsOf(schema);
    if (literals) return random.pick(literals) as Json;
    const kinds = kindsOf(schema);
    if (kinds.length === 0) return this.anything(depth);
    const kind = this.prefer(kinds, (name) => isDeep([name]));
    if (kind === "null") return null;
    if (kind === "boolean") return random.chance(0.5);
    if (kind === "string") return random.pick(validStrings(schema));
    if (kind === "integer" || kind === "number") return random.pick(validNumbers(schema, kind));
    return kind === "array" ? this.array(schema, depth + 1) : this.object(schema, depth + 1);
  }

  /** Picks what holds other values more often than what ends there, so that bodies grow. */
  private prefer<T>(list: readonly T[], isDeep: (candidate: T) => boolean): T {
    const deep = list.filter(isDeep);
    return this.random.pick(deep.length > 0 && this.random.chance(0.5) ? deep : list);
  }

  private array(schema: Schema, depth: number): Json[] {
    const length = depth > DEEPEST ? 0 : this.random.below(depth <= 2 ? 5 : 3);
    const count = Math.max(length, schema.minItems ?? 0);
    return Array.from({ length: count }, () =>
      schema.items ? this.value(schema.items, depth) : this.anything(depth),
    );
  }

  private object(schema: Schema, depth: number): JsonObject {
    const { random } = this;
    const object: JsonObject = {};
    if (!schema.properties) {
      this.fillMap(object, schema, depth);
      return object;
    }
    const density = depth === 1 ? Math.max(this.density, 0.6) : this.density;
    // A presence rule, such as one of two keys: one of its branches is met on purpose.
    const present = schema.anyOf ? random.pick(schema.anyOf).required : undefined;
    const required = new Set([...(schema.required ?? []), ...(present ?? [])]);
    for (const [key, property] of Object.entries(schema.properties)) {
      if (required.has(key) || random.chance(density)) setMember(object, key, this.value(property, depth));
    }
    if (random.chance(0.03)) setMember(object, random.pick(STRANGE_KEYS), this.anything(depth));
    return object;
  }

  private fillMap(object: JsonObject, schema: Schema, depth: number): void {
    const { random } = this;
    const values = schema.additionalProperties;
    const most = schema.maxProperties ?? 3;
    const count = random.pick([0, 1, 2, most]);
    for (let index = 0; index < count; index++) {
      const longest = schema.propertyNames?.maxLength;
      const key =
        longest !== undefined && random.chance(0.2)
          ? "😀".repeat(longest - 1) + (index % 10)
          : random.pick([...STRANGE_KEYS, `k${index}`]);
      setMember(object, key, typeof values === "object" ? this.value(values, depth) : this.anything(depth));
    }
  }

  /** Any JSON at all. */
  anything(depth: number): Json {
    const { random } = this;
    switch (random.below(depth > DEEPEST ? 5 : 7)) {
      case 0:
        return null;
      case 1:
        return random.chance(0.5);
      case 2:
        return random.pick([0, -1, 1.5, 1e21]);
      case 3:
      case 4:
        return random.pick(["", "x", "message", "auto"]);
      case 5:
        return Array.from({ length: random.below(3) }, () => this.anything(depth + 1));
      default: {
        const object: JsonObject = {};
        for (let count = random.below(3); count > 0; count--) {
          setMember(object, random.pick([...STRANGE_KEYS, "type", "id", "role"]), this.anything(depth + 1));
        }
        return object;
      }
    }
  }
}

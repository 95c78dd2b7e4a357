import type { Discriminator, Schema } from "../../openapi.js";
import type { Fragment } from "../fragment.js";
import { copy, isObject, setMember, type Json, type JsonObject } from "../json.js";
import { buildValue, type Extent } from "./build.js";

/** How the members of an array stand around the one that is looked at. */
export const ARRANGEMENTS = ["alone", "first", "last"] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

export interface Layout {
  extent: Extent;
  arrangement: Arrangement;
  /** Whether a body is valid, rules included. */
  accepts: (body: Json) => boolean;
}

/** A place of a body where values of a schema can stand, in one body that leads to it. */
export interface Place {
  path: (string | number)[];
  schema: Schema;
  required: boolean;
  /** The object that holds the place, when it is a member of one with names. */
  object?: Schema;
  /** The unions that chose that object, from the outside in. */
  unions: Discriminator[];
  /** What stands at the place when nothing is wrong. */
  valid: Json;
  /** The body with this value at the place; undefined leaves the place out. */
  put: (value: Json | undefined) => Json;
}

/**
 * Every place of the named schema: each member of each object in each place where the object can stand, and
 * each member of an array. A recursion is followed once.
 */
export function listPlaces(fragment: Fragment, root: string, layout: Layout): Place[] {
  const { extent, arrangement, accepts } = layout;
  const places: Place[] = [];
  const build = (schema: Schema): Json => buildValue(fragment, schema, extent);

  function visit(
    schema: Schema,
    at: Pick<Place, "path" | "unions"> & { put: (value: Json) => Json },
    outer: readonly Schema[],
  ): void {
    const resolved = fragment.resolve(schema);
    const branches = fragment.branches(resolved);
    if (branches) {
      const unions = resolved.discriminator ? [...at.unions, resolved.discriminator] : at.unions;
      for (const branch of branches) visit(branch, { ...at, unions }, outer);
      return;
    }
    if (outer.includes(resolved)) return;
    const inner = [...outer, resolved];
    if (resolved.properties) visitMembers(resolved, at, inner);
    else if (resolved.items) visitItems(resolved.items, at, inner);
    else if (typeof resolved.additionalProperties === "object") {
      const values = resolved.additionalProperties;
      add(
        values,
        {
          path: [...at.path, "k"],
          required: false,
          unions: [],
          put: (value) => at.put(value === undefined ? {} : { k: value }),
        },
        inner,
      );
    }
  }

  function visitMembers(schema: Schema, at: Parameters<typeof visit>[1], outer: readonly Schema[]): void {
    const holder = settle(build(schema), schema, (value) => accepts(at.put(value)));
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const required = schema.required?.includes(key) ?? false;
      const put = (value: Json | undefined): Json => at.put(withMember(holder, key, value));
      add(property, { path: [...at.path, key], required, object: schema, unions: at.unions, put }, outer);
    }
  }

  function visitItems(items: Schema, at: Parameters<typeof visit>[1], outer: readonly Schema[]): void {
    const index = arrangement === "last" ? 1 : 0;
    const put = (value: Json | undefined): Json => {
      const members = value === undefined ? [] : [value];
      if (arrangement === "alone") return at.put(members);
      return at.put(arrangement === "first" ? [...members, build(items)] : [build(items), ...members]);
    };
    add(items, { path: [...at.path, index], required: false, unions: [], put }, outer);
  }

  function add(schema: Schema, place: Omit<Place, "schema" | "valid">, outer: readonly Schema[]): void {
    places.push({ ...place, schema, valid: build(schema) });
    visit(schema, { path: place.path, unions: [], put: place.put }, outer);
  }

  visit(fragment.named(root), { path: [], unions: [], put: (value) => value }, []);
  return places;
}

/** Leaves out an optional member where two of them exclude each other. */
function settle(built: Json, schema: Schema, accepts: (value: Json) => boolean): JsonObject {
  if (!isObject(built)) throw new Error("A schema with properties is no object.");
  if (accepts(built)) return built;
  const optional = Object.keys(built).filter((key) => !schema.required?.includes(key));
  return optional.map((key) => withMember(built, key, undefined)).find(accepts) ?? built;
}

function withMember(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  const changed = copy(object);
  if (value === undefined) delete changed[key];
  else setMember(changed, key, copy(value));
  return changed;
}

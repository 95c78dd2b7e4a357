import type { Schema } from "../../openapi.js";
import { kindsOf, literalsOf, type Fragment } from "../fragment.js";
import { setMember, type Json, type JsonObject } from "../json.js";
import { validNumbers, validStrings } from "../samples.js";

/** `least` has required members only; `most` has all that the schema names. */
export type Extent = "least" | "most";

/** The text of a sample where the schema asks for nothing else. */
const TEXT = "x";

/** Builds one fixed value that fits a schema: no chance, the same at every run. */
export function buildValue(
  fragment: Fragment,
  schema: Schema,
  extent: Extent,
  outer: readonly Schema[] = [],
): Json {
  const resolved = fragment.resolve(schema);
  const branches = fragment.branches(resolved);
  if (branches) return buildValue(fragment, chooseBranch(fragment, branches, outer), extent, outer);
  const literal = literalsOf(resolved)?.find((value) => value !== null);
  if (literal !== undefined) return literal as Json;
  const kind = kindsOf(resolved).find((name) => name !== "null");
  if (kind === "boolean") return true;
  if (kind === "string") return buildText(resolved);
  if (kind === "integer" || kind === "number") return validNumbers(resolved, kind)[0] ?? 0;
  if (kind === "array") {
    const items = resolved.items;
    return items && !outer.includes(resolved)
      ? [buildValue(fragment, items, extent, [...outer, resolved])]
      : [];
  }
  return buildObject(fragment, resolved, extent, [...outer, resolved]);
}

function buildObject(
  fragment: Fragment,
  schema: Schema,
  extent: Extent,
  outer: readonly Schema[],
): JsonObject {
  const object: JsonObject = {};
  const values = schema.additionalProperties;
  if (typeof values === "object") setMember(object, "k", buildValue(fragment, values, extent, outer));
  const required = new Set([...(schema.required ?? []), ...(schema.anyOf?.[0]?.required ?? [])]);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (extent === "most" || required.has(key))
      setMember(object, key, buildValue(fragment, property, extent, outer));
  }
  return object;
}

/** A branch that does not lead back to where we are; the known values of an open enumeration before any text. */
function chooseBranch(fragment: Fragment, branches: Schema[], outer: readonly Schema[]): Schema {
  const open = branches.filter((branch) =>
    fragment.leaves(branch).some((leaf) => !outer.includes(leaf) && !kindsOf(leaf).includes("null")),
  );
  const known = open.find(
    (branch) => branch.enum !== undefined && open.some((other) => other !== branch && isText(other)),
  );
  const chosen = known ?? open[0] ?? branches[0];
  if (!chosen) throw new Error("A union without branches has no value.");
  return chosen;
}

function isText(schema: Schema): boolean {
  return schema.enum === undefined && kindsOf(schema).includes("string");
}

function buildText(schema: Schema): string {
  const texts = validStrings(schema);
  return texts.includes(TEXT) ? TEXT : (texts[0] ?? TEXT);
}

import { ToolError } from "../tool-error.js";
import { intersectShapes } from "./intersect.js";
import { isSchema, listSchemas, readKeywords } from "./read-keywords.js";
import type { Schema } from "./read-keywords.js";
import { ANYTHING, createObject, lazy, NOTHING } from "./shape.js";
import type { Json, Shape } from "./shape.js";
import { uniteShapes } from "./union.js";

/** Reads schemas of an OpenAPI 3.0 or 3.1 document into shapes; equal schema objects give equal shapes. */
export class SchemaReader {
  readonly #document: Schema;
  readonly #shapes = new Map<Schema, Shape>();
  readonly #underway = new Set<Schema>();

  constructor(document: Schema) {
    this.#document = document;
  }

  /**
   * Reads one schema.
   * @param home the component the schema stands in, which `$recursiveRef: "#"` means
   * @throws ToolError when a reference leads nowhere
   */
  read(schema: Schema, home: Schema = schema): Shape {
    const known = this.#shapes.get(schema);
    if (known) return known;
    // A union that contains itself takes nothing that it does not take already.
    if (this.#underway.has(schema)) return NOTHING;
    this.#underway.add(schema);
    const shape = this.#combine(schema, home);
    this.#underway.delete(schema);
    this.#shapes.set(schema, shape);
    return shape;
  }

  #combine(schema: Schema, home: Schema): Shape {
    let shape = readKeywords(schema, (subschema) =>
      lazy(() => (isSchema(subschema) ? this.read(subschema, home) : ANYTHING)),
    );
    const target = this.#findTarget(schema, home);
    if (target) shape = intersectShapes(shape, this.read(target.schema, target.home));
    for (const part of listSchemas(schema["allOf"])) shape = intersectShapes(shape, this.read(part, home));
    for (const keyword of ["anyOf", "oneOf"]) {
      const branches = listSchemas(schema[keyword]);
      if (branches.length > 0) shape = this.#choose(shape, branches, home);
    }
    const nullable = schema["nullable"] === true && !shape.any && schema["type"] === undefined;
    return nullable ? { ...shape, nullable: true } : shape;
  }

  #choose(shape: Shape, branches: readonly Schema[], home: Schema): Shape {
    if (!branches.every(isOnlyRequired)) {
      return intersectShapes(shape, uniteShapes(branches.map((branch) => this.read(branch, home))));
    }
    const oneOfRequired = branches.map((branch) => (branch["required"] as Json[]).map(String));
    const objects = shape.objects.map((part) => createObject({ ...part, oneOfRequired }));
    return { ...shape, objects };
  }

  #findTarget(schema: Schema, home: Schema): { schema: Schema; home: Schema } | undefined {
    const recursive = schema["$recursiveRef"] ?? schema["$dynamicRef"];
    if (recursive !== undefined) return { schema: home, home };
    const reference = schema["$ref"];
    if (typeof reference !== "string") return undefined;
    const target = resolvePointer(this.#document, reference);
    return { schema: target, home: target };
  }
}

/** Finds the object that a local reference such as `#/components/schemas/Tool` names. */
export function resolvePointer(document: Schema, reference: string): Schema {
  if (!reference.startsWith("#/"))
    throw new ToolError(`cannot follow the reference "${reference}": bundle the document first`);
  let place: unknown = document;
  for (const step of reference.slice(2).split("/")) {
    const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    place =
      isSchema(place) && Object.hasOwn(place, key)
        ? place[key]
        : Array.isArray(place)
          ? place[Number(key)]
          : undefined;
  }
  if (!isSchema(place)) throw new ToolError(`the reference "${reference}" leads nowhere`);
  return place;
}

const WORDS = new Set(["required", "description", "title"]);

function isOnlyRequired(schema: Schema): boolean {
  return Array.isArray(schema["required"]) && Object.keys(schema).every((key) => WORDS.has(key));
}

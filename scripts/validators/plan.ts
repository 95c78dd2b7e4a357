import { wordExpected, wordItems } from "./expected.js";
import { isCheckedKeyword } from "./known-keywords.js";
import { numberCheck, openString, stringCheck } from "./leaf-checks.js";
import { ShapeError } from "./shape-error.js";
import type { Check, Field, Plan, Shape, UnionShape } from "./shapes.js";
import { schemaName, type OpenApiDocument, type Schema } from "../openapi.js";

/**
 * Turns the schemas of the bundled document into shapes: one function each, every place of a body a check by
 * JSON kind. Knows keywords only, never a schema's name.
 */
export function planShapes(document: OpenApiDocument, roots: string[]): Plan {
  const plan: Plan = new Map();
  const schemas = document.components.schemas;

  function resolve(name: string): Schema {
    const schema = schemas[name];
    if (!schema) throw new Error(`Schema ${name} is not in the bundle.`);
    return schema;
  }

  /** The check of a place; `name` is what a shape of its own would be called. */
  function checkOf(schema: Schema, name: string): Check {
    if (schema.$ref) {
      const target = schemaName(schema.$ref);
      const check = checkOf(resolve(target), target);
      return { ...check, expected: schema["x-expected"] ?? check.expected };
    }
    const union = schema.anyOf ?? schema.oneOf;
    if (union && !schema.properties) {
      if (schema.discriminator || schema["x-dispatch"]) {
        addShape(name, () => unionShape(schema, name));
        return { object: name, expected: schema["x-expected"] ?? "an object" };
      }
      return merge(schema, union, name);
    }
    return checkOfKinds(schema, name);
  }

  /** A union decided by JSON kind: one check that holds every branch's kinds. */
  function merge(schema: Schema, union: Schema[], name: string): Check {
    const branches = union.map((branch) => checkOf(branch, name));
    const merged: Partial<Check> = {};
    for (const branch of branches) {
      for (const kind of ["any", "null", "boolean", "string", "number", "array", "object"] as const) {
        if (branch[kind] === undefined) continue;
        if (merged[kind] === undefined) Object.assign(merged, { [kind]: branch[kind] });
        // An open enum: any string within its limits, and among them the known ones.
        else if (kind === "string") merged.string = openString(merged.string, branch.string, name);
        else
          throw new ShapeError(
            name,
            `Two branches of ${name} take the JSON kind ${kind}; add a discriminator, or make the kinds differ.`,
          );
      }
    }
    const words = branches.map((branch) => branch.expected).filter((text) => text !== "null");
    const spoken = [...new Set(words)];
    return {
      ...merged,
      expected:
        schema["x-expected"] ??
        (spoken.length === 1 ? (spoken[0] ?? "null") : wordExpected(merged, arrayWords(union))),
    };
  }

  function arrayWords(union: Schema[]): string {
    const array = union.find((branch) => branch.items);
    return array?.items ? itemWords(array.items) : "values";
  }

  function itemWords(items: Schema): string {
    return wordItems(checkOf(items, "unnamed"));
  }

  function checkOfKinds(schema: Schema, name: string): Check {
    refuseUnknownKeywords(schema, name);
    const literals: unknown[] | undefined = "const" in schema ? [schema.const] : schema.enum;
    const kinds = schema.type === undefined ? [] : [schema.type].flat();
    if (kinds.length === 0) return { any: true, expected: "a value" };
    const check: Omit<Check, "expected"> = {};
    for (const kind of kinds) {
      if (kind === "null") check.null = true;
      else if (kind === "boolean") check.boolean = true;
      else if (kind === "string") check.string = stringCheck(schema, literals);
      else if (kind === "number" || kind === "integer") check.number = numberCheck(schema, kind);
      else if (kind === "array") check.array = arrayName(schema, name);
      else if (kind === "object") check.object = objectName(schema, name);
    }
    const words =
      schema.additionalProperties && isStringSchema(schema.additionalProperties)
        ? "an object with string keys and string values"
        : wordExpected(check, schema.items ? itemWords(schema.items) : "values");
    return { ...check, expected: schema["x-expected"] ?? words };
  }

  function arrayName(schema: Schema, name: string): string | true {
    if (!schema.items) return true;
    const items = schema.items;
    const check = checkOf(items, `${name}_item`);
    if (check.any) return true;
    // Arrays of the same plain values share one function, wherever they stand.
    const plain =
      !check.array && !check.object && schema.minItems === undefined && schema.maxItems === undefined;
    const shared = plain ? sharedName("Array", check) : `${name}_array`;
    addShape(shared, () => ({
      kind: "array",
      items: check,
      ...(schema.minItems !== undefined && { minItems: schema.minItems }),
      ...(schema.maxItems !== undefined && { maxItems: schema.maxItems }),
    }));
    return shared;
  }

  function sharedName(prefix: string, check: Check): string {
    const same = [...plan].find(
      ([, shape]) => shape.kind === "array" && JSON.stringify(shape.items) === JSON.stringify(check),
    );
    return same?.[0] ?? `${prefix}_${[...plan.keys()].filter((key) => key.startsWith(`${prefix}_`)).length}`;
  }

  function objectName(schema: Schema, name: string): string | true {
    if (schema.properties) {
      addShape(name, () => objectShape(schema, name));
      return name;
    }
    const values = schema.additionalProperties;
    if (typeof values !== "object") return true;
    addShape(`${name}_map`, () => ({
      kind: "map",
      values: checkOf(values, `${name}_value`),
      ...(schema.maxProperties !== undefined && { maxProperties: schema.maxProperties }),
      ...(schema.propertyNames?.maxLength !== undefined && { maxKeyLength: schema.propertyNames.maxLength }),
    }));
    return `${name}_map`;
  }

  function objectShape(schema: Schema, name: string): Shape {
    const required = new Set(schema.required ?? []);
    const fields: Field[] = Object.entries(schema.properties ?? {}).map(([key, property]) => ({
      key,
      required: required.has(key),
      check: checkOf(property, `${name}_${key}`),
    }));
    const presence = schema.anyOf?.flatMap((branch) => branch.required ?? []);
    return {
      kind: "object",
      fields,
      ...(presence && { presence }),
      ...(schema["x-rule"] && { rules: [schema["x-rule"]].flat() }),
      ...(schema["x-ignored"] && { ignored: Object.keys(schema["x-ignored"]) }),
    };
  }

  function unionShape(schema: Schema, owner: string): UnionShape {
    const branches = new Map(
      (schema.anyOf ?? schema.oneOf ?? []).map((branch) => [schemaName(branch.$ref ?? ""), branch]),
    );
    /** Makes sure that the branch's function exists. */
    function branchName(name: string): string {
      const branch = branches.get(name);
      if (!branch)
        throw new ShapeError(owner, `${name} is no branch of the union ${owner}; name one of its branches.`);
      const shape = checkOf(branch, name).object;
      if (typeof shape !== "string")
        throw new ShapeError(
          name,
          `${name} is a branch of the tagged union ${owner} and no object; give it type: object.`,
        );
      return shape;
    }
    const dispatch = schema["x-dispatch"];
    if (dispatch) {
      const fallback = branchName(dispatch.default);
      const known = tagsAt(resolve(dispatch.default), dispatch.path).map((tag) => [tag, fallback] as const);
      return {
        kind: "union",
        tag: dispatch.path,
        mapping: { ...Object.fromEntries(known), ...mapValues(dispatch.mapping, branchName) },
        fallback,
        namesObject: false,
        siblings: [],
      };
    }
    const discriminator = schema.discriminator;
    if (!discriminator)
      throw new ShapeError(owner, `The tagged union ${owner} has no discriminator; add one.`);
    const siblings = (discriminator["x-siblings"] ?? []).flatMap((name) =>
      Object.keys(resolve(name).discriminator?.mapping ?? {}),
    );
    return {
      kind: "union",
      tag: [discriminator.propertyName],
      mapping: mapValues(discriminator.mapping, (reference) => branchName(schemaName(reference))),
      ...(discriminator["x-untagged"] && { untagged: mapValues(discriminator["x-untagged"], branchName) }),
      namesObject: discriminator["x-param"] === "object",
      siblings,
    };
  }

  /** The tags that a schema knows at a path. */
  function tagsAt(schema: Schema, path: UnionShape["tag"]): string[] {
    if (schema.$ref) return tagsAt(resolve(schemaName(schema.$ref)), path);
    const [step = "", ...rest] = path;
    if (schema.discriminator?.propertyName === step) return Object.keys(schema.discriminator.mapping);
    const union = schema.properties ? undefined : (schema.anyOf ?? schema.oneOf);
    if (union) return union.flatMap((branch) => tagsAt(branch, path));
    const inner = typeof step === "number" ? schema.items : schema.properties?.[step];
    return inner ? tagsAt(inner, rest) : [];
  }

  /** Adds a shape once; the name is taken before its members are planned, which ends recursion. */
  function addShape(name: string, make: () => Shape): void {
    if (plan.has(name)) return;
    const placeholder: Shape = { kind: "object", fields: [] };
    plan.set(name, placeholder);
    plan.set(name, make());
  }

  for (const root of roots) checkOf({ $ref: `#/components/schemas/${root}` }, root);
  return plan;
}

function isStringSchema(schema: Schema | boolean): boolean {
  return typeof schema === "object" && schema.type === "string";
}

function mapValues(
  record: Record<string, string>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** A keyword that nobody checks would be a silent hole: it stops the build. */
function refuseUnknownKeywords(schema: Schema, name: string): void {
  for (const keyword of Object.keys(schema)) {
    if (!isCheckedKeyword(keyword)) {
      throw new Error(
        `${name}: the keyword ${keyword} is not known to the validator build; add it to scripts/validators.`,
      );
    }
  }
}

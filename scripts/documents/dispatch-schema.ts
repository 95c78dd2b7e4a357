import { schemaName, type OpenApiDocument, type Schema } from "../openapi.js";
import { collectDefinitions, type JsonSchema } from "./json-schema.js";
import { simplify } from "./simplify.js";

/** What a reader of a schema is told; it stays where a union is rewritten. */
const WORDS = ["description", "default", "deprecated", "examples"] as const;

/**
 * The named schema as JSON Schema 2020-12 whose unions decide: by JSON kind, then by tag, with `if` and `then` in place
 * of `anyOf`. The verdicts are those of the plain schema, but a validator that knows no discriminators names the fault
 * itself, in place of one for every branch.
 */
export function extractDispatchSchema(document: OpenApiDocument, root: string): JsonSchema {
  const { schemas } = document.components;

  function resolve(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : resolve(schemas[schemaName(schema.$ref)] ?? {});
  }

  /** The JSON kinds that a schema takes; undefined when it takes any. */
  function kindsOf(schema: Schema): string[] | undefined {
    const resolved = resolve(schema);
    const branches = branchesOf(resolved);
    if (!branches) return resolved.type === undefined ? undefined : [resolved.type].flat();
    const kinds = branches.map(kindsOf);
    return kinds.every((own) => own !== undefined) ? [...new Set(kinds.flat())] : undefined;
  }

  function rewrite(schema: Schema): JsonSchema {
    const branches = branchesOf(schema);
    if (!branches) return rewriteParts(schema);
    const words = Object.fromEntries(WORDS.filter((key) => key in schema).map((key) => [key, schema[key]]));
    if (schema["x-dispatch"])
      return { ...words, type: "object", ...decideByPath(schema["x-dispatch"], branches) };
    if (schema.discriminator) return { ...words, type: "object", ...decideByTag(schema.discriminator) };
    return { ...words, ...decideByKind(branches) };
  }

  function rewriteParts(schema: Schema): JsonSchema {
    // The tag has led here: what tells the branches apart has been looked at.
    const { not: _not, properties, items, additionalProperties, ...rest } = schema;
    const plain = simplify(rest) as JsonSchema;
    if (properties) plain["properties"] = mapValues(properties, rewrite);
    if (items) plain["items"] = rewrite(items);
    if (additionalProperties !== undefined)
      plain["additionalProperties"] =
        typeof additionalProperties === "object" ? rewrite(additionalProperties) : additionalProperties;
    const { anyOf } = plain;
    return isKindUnion(anyOf) ? { ...plain, anyOf: undefined, ...decideByKind(anyOf) } : plain;
  }

  /** One branch after the other, by kind; a value of no kind of theirs is told all of them. */
  function decideByKind(branches: Schema[]): JsonSchema {
    const open = branches.filter((branch) => !isListOfOpen(branch, branches));
    const cases = open.flatMap((branch) => (kindsOf(branch) ?? []).map((kind) => ({ kind, branch })));
    const otherwise: JsonSchema = { anyOf: cases.map(({ kind }) => ({ type: kind })) };
    return cases.reduceRight<JsonSchema>(
      (rest, { kind, branch }) => ({ if: { type: kind }, then: rewrite(branch), else: rest }),
      otherwise,
    );
  }

  function decideByTag({ propertyName, mapping, ...rest }: NonNullable<Schema["discriminator"]>): JsonSchema {
    const tags = Object.keys(mapping);
    const targets = [...new Set(Object.values(mapping))];
    const cases = targets.map((target) => ({
      if: { properties: { [propertyName]: { enum: tags.filter((tag) => mapping[tag] === target) } } },
      then: { $ref: target },
    }));
    const tagged = { properties: { [propertyName]: { enum: tags } }, allOf: cases };
    const untagged = rest["x-untagged"];
    if (!untagged) return { required: [propertyName], ...tagged };
    // Absent or null.
    const hasNone = { properties: { [propertyName]: { type: "null" } } };
    return { if: hasNone, then: decideByKey(untagged), else: tagged };
  }

  function decideByKey(untagged: Record<string, string>): JsonSchema {
    const refer = (name = ""): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
    const { "*": otherwise, ...keys } = untagged;
    return Object.entries(keys).reduceRight<JsonSchema>(
      (rest, [key, name]) => ({
        if: { required: [key], properties: { [key]: true } },
        then: refer(name),
        else: rest,
      }),
      refer(otherwise),
    );
  }

  return collectDefinitions(document, root, rewrite);
}

type Dispatch = NonNullable<Schema["x-dispatch"]>;

/** By the first of a list's members that has a known tag, or by any: `[content, 0, type]`. */
function decideByPath({ path, mapping, default: otherwise }: Dispatch, branches: Schema[]): JsonSchema {
  const [list = "", , tag = ""] = path as string[];
  const refer = (name: string): JsonSchema => ({
    $ref: branches.find(({ $ref = "" }) => schemaName($ref) === name)?.$ref,
  });
  const targets = [...new Set(Object.values(mapping))];
  return targets.reduceRight<JsonSchema>((rest, target) => {
    const tags = Object.keys(mapping).filter((known) => mapping[known] === target);
    const marked = { type: "object", required: [tag], properties: { [tag]: { enum: tags } } };
    const holds = { required: [list], properties: { [list]: { type: "array", contains: marked } } };
    return { if: holds, then: refer(target), else: rest };
  }, refer(otherwise));
}

/** The branches of a union; an object with members of its own is none, whatever it asks of them. */
function branchesOf(schema: Schema): Schema[] | undefined {
  return schema.properties ? undefined : (schema.anyOf ?? schema.oneOf);
}

/** The known values of an open enumeration, beside which any string passes. */
function isListOfOpen(branch: Schema, branches: Schema[]): boolean {
  const isText = ({ type, enum: values }: Schema): boolean => type === "string" && values === undefined;
  return branch.enum !== undefined && branch.type === "string" && branches.some(isText);
}

/** What `simplify` makes of several types. */
function isKindUnion(branches: unknown): branches is Schema[] {
  return Array.isArray(branches) && branches.every((branch: Schema) => branch.type !== undefined);
}

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

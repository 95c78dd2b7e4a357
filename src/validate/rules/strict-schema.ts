import type { BrokenRule, Rule } from "../../../generated/validators.js";
import { isObject } from "../is-object.js";
import { cut } from "../words/param.js";

/*
 * What the provider asks of a schema that is to be followed exactly (`strict: true`). Each rule says where it
 * is from: "recorded", an answer of the provider; "reported", an answer that users published; "guide", the
 * provider's guide to structured outputs, whose limits on the size of a schema have words of our own. The
 * guide's limit on nesting is left to the provider, since it does not say what is a level.
 */

/** Guide: properties of all objects of a schema together. */
const MOST_PROPERTIES = 5000;
/** Guide: values of all enumerations of a schema together. */
const MOST_ENUM_VALUES = 1000;
/** Guide: compositions that a strict schema must not have. */
const NOT_PERMITTED = ["allOf", "not", "dependentRequired", "dependentSchemas", "if", "then", "else"];
/** Where schemas stand by name; besides, they stand in `anyOf` and `items`. */
const NAMED = ["properties", "$defs", "definitions"];

/** Steps of a place that a message shows. */
const LONGEST_CONTEXT = 40;

type Schema = Record<string, unknown>;
type Path = (string | number)[];

/** The schema of a function's arguments. Codes and words: recorded and reported. */
export const strictParameters: Rule = ({ strict, name, parameters }) =>
  strict === true && isObject(parameters)
    ? check(parameters, "parameters", `function '${shorten(name)}'`, "invalid_function_parameters")
    : undefined;

/** The schema of a structured answer. Codes and words: recorded. */
export const strictSchema: Rule = ({ strict, name, schema }) =>
  strict === true && isObject(schema)
    ? check(schema, "schema", `response_format '${shorten(name)}'`, "invalid_json_schema")
    : undefined;

function check(root: Schema, key: string, what: string, code: string): BrokenRule | undefined {
  const found = findFault(root);
  return (
    found && {
      code,
      path: [key, ...found.path],
      param: [key],
      word: () => `Invalid schema for ${what}: ${found.words}`,
    }
  );
}

/** A schema, the steps that lead to it from the one it stands in, and that one's place. */
interface Place {
  schema: Schema;
  steps: Path;
  outer?: Place;
}

/** Goes through a schema in its own order, once and without recursion. */
function findFault(root: Schema): { path: Path; words: string } | undefined {
  if (root["type"] !== "object" && !("$ref" in root)) {
    const type = typeof root["type"] === "string" ? cut(root["type"], 32) : "None"; // reported
    return { path: [], words: `schema must be a JSON Schema of 'type: "object"', got 'type: "${type}"'.` };
  }
  let properties = 0;
  let values = 0;
  const seen = new Set<Schema>();
  const open: Place[] = [{ schema: root, steps: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { schema } = next;
    if (seen.has(schema)) continue;
    seen.add(schema);
    const words = findFaultOf(schema);
    if (words) {
      const path = pathOf(next);
      return { path, words: `In context=${wordContext(path)}, ${words}` };
    }
    if (isObject(schema["properties"])) properties += Object.keys(schema["properties"]).length;
    if (Array.isArray(schema["enum"])) values += schema["enum"].length;
    if (properties > MOST_PROPERTIES)
      return { path: [], words: tooMany("object properties", MOST_PROPERTIES) };
    if (values > MOST_ENUM_VALUES) return { path: [], words: tooMany("enum values", MOST_ENUM_VALUES) };
    for (const inner of listInner(next).reverse()) open.push(inner);
  }
  return undefined;
}

function findFaultOf(schema: Schema): string | undefined {
  const forbidden = NOT_PERMITTED.find((key) => key in schema);
  if (forbidden) return `'${forbidden}' is not permitted.`; // guide
  const { properties, required } = schema;
  if (![schema["type"]].flat().includes("object") && !isObject(properties)) return undefined;
  if (schema["additionalProperties"] !== false)
    return "'additionalProperties' is required to be supplied and to be false."; // recorded
  const listed = new Set<unknown>(Array.isArray(required) ? required : []);
  const missing = isObject(properties) ? Object.keys(properties).find((key) => !listed.has(key)) : undefined;
  return missing === undefined
    ? undefined // reported:
    : `'required' is required to be supplied and to be an array including every key in properties. Missing '${cut(missing, 64)}'.`;
}

function listInner(outer: Place): Place[] {
  const inner: Place[] = [];
  const add = (schema: unknown, ...steps: Path): void => {
    if (isObject(schema)) inner.push({ schema, steps, outer });
  };
  for (const key of NAMED) {
    const named = outer.schema[key];
    if (isObject(named)) for (const [name, schema] of Object.entries(named)) add(schema, key, name);
  }
  const { anyOf, items } = outer.schema;
  if (Array.isArray(anyOf)) anyOf.forEach((schema, index) => add(schema, "anyOf", index));
  add(items, "items");
  return inner;
}

function pathOf(place: Place): Path {
  const parts: Path[] = [];
  for (let at: Place | undefined = place; at; at = at.outer) parts.push(at.steps);
  return parts.reverse().flat();
}

/** The place as the provider writes it, a tuple of Python's. */
function wordContext(path: Path): string {
  const steps = path.slice(0, LONGEST_CONTEXT).map((step) => `'${cut(String(step), 64)}'`);
  if (path.length > LONGEST_CONTEXT) steps.push("...");
  return steps.length === 1 ? `(${steps[0]},)` : `(${steps.join(", ")})`;
}

function tooMany(what: string, most: number): string {
  return `too many ${what}. Expected at most ${most} in the whole schema.`;
}

function shorten(name: unknown): string {
  return typeof name === "string" ? cut(name, 64) : "";
}

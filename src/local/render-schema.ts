import { isObject, type JsonObject, MAX_DEPTH, textOf } from "./json-value.js";
import { type Path, step } from "./path.js";
import { writeComment } from "./write-comment.js";
import type { Tally } from "./tally.js";

/**
 * Writes the JSON Schema of a function's parameters as a TypeScript-like type, the way models are shown it: titles and
 * descriptions as comments, an object on one line where nothing in it has any. References are replaced by what they
 * refer to.
 * @returns an empty text for a schema without properties
 */
export function renderSchema(schema: unknown, path: Path, tally: Tally): string {
  if (!isObject(schema) || Object.keys(schema).length === 0) return "";
  const writer = new SchemaWriter(schema, tally);
  const head = writeComment(textOf(schema["title"])) + writeComment(textOf(schema["description"]));
  const type = writer.write(schema, path, 0);
  return type === EMPTY ? "" : head + type;
}

const EMPTY = "object";
/** Keywords that bound a value; models are shown them in some form. `format` costs nothing. */
const CONSTRAINT = /^(min|max|exclusiveM|multipleOf$|pattern$)/;

/** A list of something simple is written with brackets, any other as an array of it. [8 of 8] */
function listOf(type: string): string {
  return /^[\w.]+$/.test(type) ? `${type}[]` : `Array<${type}>`;
}

class SchemaWriter {
  private readonly ancestors = new Set<object>();

  constructor(
    private readonly root: JsonObject,
    private readonly tally: Tally,
  ) {}

  write(schema: unknown, path: Path, depth: number): string {
    const target = this.resolve(schema);
    if (!isObject(target) || this.ancestors.has(target) || !this.tally.visit()) return "any";
    if (depth >= MAX_DEPTH) {
      this.tally.leaveOut(path, `nested deeper than ${MAX_DEPTH} levels`);
      return "any";
    }
    this.ancestors.add(target);
    const type = this.typeOf(target, path, depth + 1);
    this.ancestors.delete(target);
    return type;
  }

  /** What a reference within the schema leads to. */
  private resolve(schema: unknown): unknown {
    let target = schema;
    for (let hop = 0; hop < 16 && isObject(target) && typeof target["$ref"] === "string"; hop++) {
      const steps = target["$ref"].split("/");
      if (steps[0] !== "#" || steps.length > 16) return undefined;
      target = steps
        .slice(1)
        .reduce<unknown>(
          (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
          this.root,
        );
    }
    return target;
  }

  private typeOf(schema: JsonObject, path: Path, depth: number): string {
    const { enum: values, type } = schema;
    if (Array.isArray(values)) return values.map((value) => this.literal(value)).join(" | ");
    if ("const" in schema) return this.literal(schema["const"]);
    for (const [key, sign] of [
      ["anyOf", " | "],
      ["oneOf", " | "],
      ["allOf", " & "],
    ] as const) {
      if (Array.isArray(schema[key])) return this.join(schema[key], sign, step(path, key), depth);
    }
    if (Array.isArray(type)) return type.map((name) => this.named(name, schema, path, depth)).join(" | ");
    return this.named(type ?? (isObject(schema["properties"]) ? "object" : undefined), schema, path, depth);
  }

  private join(branches: readonly unknown[], sign: string, path: Path, depth: number): string {
    return branches.map((branch, index) => this.write(branch, step(path, index), depth)).join(sign);
  }

  private named(type: unknown, schema: JsonObject, path: Path, depth: number): string {
    switch (type) {
      case "object":
        return this.object(schema, step(path, "properties"), depth);
      case "array":
        return listOf(this.write(schema["items"], step(path, "items"), depth));
      case "integer":
        return "number";
      default:
        return textOf(type) ?? "any";
    }
  }

  private literal(value: unknown): string {
    if (typeof value === "string") return JSON.stringify(this.tally.take(value));
    return typeof value === "number" || typeof value === "boolean" || value === null ? String(value) : "any";
  }

  private object(schema: JsonObject, path: Path, depth: number): string {
    const properties = schema["properties"];
    if (!isObject(properties) || Object.keys(properties).length === 0) return EMPTY;
    const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
    const lines: { head: string; member: string; tail: string }[] = [];
    for (const [name, property] of Object.entries(properties)) {
      const mark = required.has(name) ? "" : "?";
      const type = this.write(property, step(path, name), depth);
      lines.push({ ...this.remarks(property), member: `${this.tally.take(name)}${mark}: ${type}` });
    }
    if (lines.every(({ head, tail }) => head === "" && tail === "")) {
      return `{ ${lines.map(({ member }) => member).join(", ")} }`;
    }
    return `{\n${lines.map(({ head, member, tail }) => `${head}${member},${tail}\n`).join("")}}`;
  }

  /** Numbers and patterns that bound a value, a line each below its description. [7 of 7] */
  private constraints(schema: JsonObject): string {
    let lines = "";
    for (const [key, value] of Object.entries(schema)) {
      if (!CONSTRAINT.test(key) || (typeof value !== "number" && typeof value !== "string")) continue;
      lines += `// - ${key}: ${this.tally.take(String(value))}\n`;
    }
    return lines;
  }

  /** Title and description above a property, and its default behind it. */
  private remarks(property: unknown): { head: string; tail: string } {
    const target = this.resolve(property);
    if (!isObject(target)) return { head: "", tail: "" };
    const own = isObject(property) ? { ...target, ...property } : target;
    const fallback = own["default"];
    return {
      head:
        writeComment(this.tally.take(textOf(own["title"]) ?? "")) +
        writeComment(this.tally.take(textOf(own["description"]) ?? "")) +
        this.constraints(own),
      tail: fallback === undefined ? "" : ` // default: ${JSON.stringify(fallback)}`,
    };
  }
}

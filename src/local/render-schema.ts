import { isObject, type JsonObject, MAX_DEPTH, textOf } from "./json-value.js";
import { type Path, step } from "./path.js";
import type { Tally } from "./tally.js";

/**
 * Writes the JSON Schema of a function's parameters as a TypeScript-like type, the way the harmony format does:
 * property by property, descriptions as comments, other keywords left away. Definitions are written once, where they
 * stand, and referred to by name.
 * @returns an empty text for a schema without properties
 */
export function renderSchema(schema: unknown, path: Path, tally: Tally): string {
  if (!isObject(schema) || Object.keys(schema).length === 0) return "";
  const writer = new SchemaWriter(tally);
  const type = writer.write(schema, path, 0);
  const definitions = writer.definitions(schema, path);
  return type === "object" && definitions === "" ? "" : type + definitions;
}

class SchemaWriter {
  private readonly ancestors = new Set<object>();

  constructor(private readonly tally: Tally) {}

  write(schema: unknown, path: Path, depth: number): string {
    if (!isObject(schema) || this.ancestors.has(schema) || !this.tally.visit()) return "any";
    if (depth >= MAX_DEPTH) {
      this.tally.leaveOut(path, `nested deeper than ${MAX_DEPTH} levels`);
      return "any";
    }
    this.ancestors.add(schema);
    const type = this.typeOf(schema, path, depth + 1);
    this.ancestors.delete(schema);
    return type;
  }

  definitions(schema: JsonObject, path: Path): string {
    let text = "";
    for (const key of ["$defs", "definitions"]) {
      const entries = schema[key];
      if (!isObject(entries)) continue;
      for (const [name, entry] of Object.entries(entries)) {
        text += `\ntype ${name} = ${this.write(entry, step(step(path, key), name), 0)};`;
      }
    }
    return text;
  }

  private typeOf(schema: JsonObject, path: Path, depth: number): string {
    const { $ref: ref, enum: values, type } = schema;
    if (typeof ref === "string") return this.tally.take(ref.slice(ref.lastIndexOf("/") + 1)) || "any";
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
        return this.properties(schema, step(path, "properties"), depth);
      case "array":
        return `${this.write(schema["items"], step(path, "items"), depth)}[]`;
      case "integer":
        return "number";
      default:
        return textOf(type) ?? "any";
    }
  }

  private literal(value: unknown): string {
    if (typeof value === "string") return JSON.stringify(this.tally.take(value));
    return typeof value === "number" || typeof value === "boolean" ? String(value) : "any";
  }

  private properties(schema: JsonObject, path: Path, depth: number): string {
    const properties = schema["properties"];
    if (!isObject(properties) || Object.keys(properties).length === 0) return "object";
    const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
    let lines = "";
    for (const [name, property] of Object.entries(properties)) {
      const mark = required.has(name) ? "" : "?";
      const { head, tail } = this.remarks(property);
      const type = this.write(property, step(path, name), depth);
      lines += `${head}${this.tally.take(name)}${mark}: ${type},${tail}\n`;
    }
    return `{\n${lines}}`;
  }

  /** The description above a property, and its default behind it. */
  private remarks(property: unknown): { head: string; tail: string } {
    if (!isObject(property)) return { head: "", tail: "" };
    const description = this.tally.take(textOf(property["description"]) ?? "");
    const fallback = property["default"];
    return {
      head: description && `// ${description.replaceAll("\n", "\n// ")}\n`,
      tail:
        typeof fallback === "string" || typeof fallback === "number" || typeof fallback === "boolean"
          ? ` // default: ${this.tally.take(String(fallback))}`
          : "",
    };
  }
}

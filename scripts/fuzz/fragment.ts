import { readFileSync } from "node:fs";
import { schemaName, type OpenApiDocument, type Schema } from "../openapi.js";

const GENERATED = new URL("../../generated/", import.meta.url);

/** The bundled document, as the repository holds it. */
export function readDocument(): OpenApiDocument {
  return JSON.parse(readFileSync(new URL("contract.json", GENERATED), "utf8")) as OpenApiDocument;
}

/** The request's JSON Schema 2020-12, as the package publishes it. */
export function readRequestSchema(): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL("schema.json", GENERATED), "utf8")) as Record<string, unknown>;
}

/** The schemas of the document, and the few questions that generating and breaking bodies asks of them. */
export class Fragment {
  constructor(private readonly document: OpenApiDocument) {}

  named(name: string): Schema {
    const schema = this.document.components.schemas[name];
    if (!schema) throw new Error(`Schema ${name} is not in the bundle.`);
    return schema;
  }

  /** The schema behind a reference, or the schema itself. */
  resolve(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : this.resolve(this.named(schemaName(schema.$ref)));
  }

  /** The branches of a union; undefined for a schema that is none. */
  branches(schema: Schema): Schema[] | undefined {
    return schema.properties ? undefined : (schema.anyOf ?? schema.oneOf);
  }

  /** A union's branches down to those that are no unions. */
  leaves(schema: Schema): Schema[] {
    const resolved = this.resolve(schema);
    return this.branches(resolved)?.flatMap((branch) => this.leaves(branch)) ?? [resolved];
  }

  /** All schemas that a value of the named one can hold, each once. */
  within(name: string): Set<Schema> {
    const seen = new Set<Schema>();
    const open = [this.named(name)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const schema = this.resolve(next);
      if (seen.has(schema)) continue;
      seen.add(schema);
      open.push(...(this.branches(schema) ?? []), ...Object.values(schema.properties ?? {}));
      if (schema.items) open.push(schema.items);
      if (typeof schema.additionalProperties === "object") open.push(schema.additionalProperties);
    }
    return seen;
  }
}

/** The JSON kinds that a schema names; none stands for all. */
export function kindsOf(schema: Schema): string[] {
  return schema.type === undefined ? [] : [schema.type].flat();
}

/** The literals of a schema, null included; undefined when any value of its kinds will do. */
export function literalsOf(schema: Schema): unknown[] | undefined {
  return schema.const === undefined ? schema.enum : [schema.const];
}

/** The part of JSON Schema 2020-12 and OpenAPI 3.1 that the fragment uses, with our extensions. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  maxProperties?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  default?: unknown;
  deprecated?: boolean;
  examples?: unknown[];
  discriminator?: Discriminator;
  "x-dispatch"?: { path: (string | number)[]; mapping: Record<string, string>; default: string };
  "x-deviation"?: string;
  "x-expected"?: string;
  /** When the schema was first seen, or each named fact of it: a value, or a keyword such as `maxLength`. */
  "x-since"?: string | Record<string, string>;
  /** What the types say in place of the schema. */
  "x-typed-as"?: "unknown" | "never";
  /** Parameters of the same request when it asks for an answer, none of which costs input tokens. */
  "x-generation-parameters"?: string[];
  /** The rules in src/validate/rules that look at objects of this schema, by the names of their files. */
  "x-rule"?: string | string[];
  /** Keys that the provider passes over though no document names them, each with how we know. */
  "x-ignored"?: Record<string, string>;
}

/** OpenAPI's discriminator, with what the reference says of objects without a tag and of unknown tags. */
export interface Discriminator {
  propertyName: string;
  mapping: Record<string, string>;
  "x-param"?: "object";
  "x-siblings"?: string[];
  "x-untagged"?: Record<string, string>;
}

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description?: string };
  paths: Record<string, unknown>;
  components: { schemas: Record<string, Schema>; [section: string]: unknown };
}

/** The schema's name in a reference such as `#/components/schemas/Tool`. */
export function schemaName(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

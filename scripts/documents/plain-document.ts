import { schemaName, type Discriminator, type OpenApiDocument, type Schema } from "../openapi.js";
import { simplify } from "./simplify.js";

/** A document that any tool takes, and what it does not say that the contract does. */
export interface PlainDocument {
  document: OpenApiDocument;
  /** One sentence each, such as `ItemReference: what it is not.` */
  leftOut: string[];
}

/**
 * Writes the document for other people's tools: without extensions, with discriminators only where OpenAPI allows
 * them, and without conditions on members beside a list of members, over which generators lose whole unions.
 * What stays says nothing that the contract does not say; what is left out stands in its description.
 */
export function writePlainDocument(document: OpenApiDocument, banner: string): PlainDocument {
  const { openapi, info, components, ...others } = document;
  const leftOut: string[] = [];
  const schemas: Record<string, Schema> = {};
  for (const [name, schema] of Object.entries(components.schemas)) {
    const { plain, missing } = writePlainSchema(schema, components.schemas);
    schemas[name] = plain;
    leftOut.push(...missing.map((what) => `${name}: ${what}.`));
  }
  const { title, description: meaning = "", ...about } = info;
  const description = `${meaning} Written for tools of any kind; the contract says more. ${leftOut.join(" ")} ${banner}`;
  return {
    document: {
      openapi,
      info: { title, description, ...about },
      ...others,
      components: { ...components, schemas },
    },
    leftOut,
  };
}

function writePlainSchema(
  schema: Schema,
  schemas: Record<string, Schema>,
): { plain: Schema; missing: string[] } {
  const { not, discriminator, ...plain } = separateNull(simplify(schema));
  const missing: string[] = [];
  if (plain.properties && plain.anyOf) {
    missing.push(`that ${wordPresence(plain.anyOf)} must be there`);
    delete plain.anyOf;
  }
  if (not) missing.push("what it is not, where an object could be another one too");
  if (!discriminator) return { plain, missing };
  const { propertyName, mapping } = discriminator;
  if (isAllowed(schema.oneOf ?? [], discriminator, schemas))
    return { plain: { ...plain, discriminator: { propertyName, mapping } }, missing };
  missing.push(`that \`${propertyName}\` decides, since not every branch has one of its own`);
  return { plain, missing };
}

/** Lists of values without null, which has a branch of its own: some generators lose a null among texts. */
function separateNull(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (_key, value: Schema | null) => {
    if (!value || !Array.isArray(value.type) || !Array.isArray(value.enum)) return value;
    const { type, enum: values, ...rest } = value;
    const kinds = type
      .filter((name) => name !== "null")
      .map((name) => ({ type: name, enum: values.filter((own) => own !== null) }));
    return { ...rest, anyOf: [...kinds, { type: "null" }] };
  }) as Schema;
}

/** OpenAPI wants the property to be there in every branch. */
function isAllowed(
  branches: Schema[],
  { propertyName }: Discriminator,
  schemas: Record<string, Schema>,
): boolean {
  return (
    branches.length > 0 &&
    branches.every(({ $ref = "" }) => schemas[schemaName($ref)]?.required?.includes(propertyName))
  );
}

function wordPresence(branches: Schema[]): string {
  return branches
    .map(({ required = [] }) => required.map((name) => `\`${name}\``).join(" and "))
    .join(" or ");
}

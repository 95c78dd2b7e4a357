import type { Schema } from "../openapi.js";
import { isKnownKeyword } from "../validators/known-keywords.js";

/** The part of Redocly's rule context that our rules use. */
interface Context {
  location: Location;
  resolve(node: unknown): { node?: Schema; location?: Location };
  report(problem: { message: string; location: Location }): void;
}

interface Location {
  child(path: (string | number)[]): Location;
  key(): Location;
}

type Rule = () => { Schema: { enter(schema: Schema, context: Context): void } };

function schemaRule(enter: (schema: Schema, context: Context) => void): Rule {
  return () => ({ Schema: { enter } });
}

/** Every property says what it means; what is new says it itself, since `x-since` reaches the types in its words. */
const described = schemaRule((schema, context) => {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (
      property.description ||
      (property.$ref && !property["x-since"] && context.resolve(property).node?.description)
    )
      continue;
    context.report({
      message: `The property ${key} has no description; say in one sentence what it means.`,
      location: context.location.child(["properties", key]).key(),
    });
  }
});

/** Objects with members of their own are named, so that types and error places have a name. */
const namedObjects = schemaRule((schema, context) => {
  const inline: [(string | number)[], Schema | boolean | undefined][] = [
    ...Object.entries(schema.properties ?? {}).map(([key, property]): [(string | number)[], Schema] => [
      ["properties", key],
      property,
    ]),
    [["items"], schema.items],
    [["additionalProperties"], schema.additionalProperties],
  ];
  for (const [path, inner] of inline) {
    if (typeof inner === "object" && inner.properties) {
      context.report({
        message:
          "An object with properties stands inline; give it a name of its own in this file and refer to it.",
        location: context.location.child(path),
      });
    }
  }
});

/** No payload is scanned: a pattern is tested on bounded strings only. */
const boundedPatterns = schemaRule((schema, context) => {
  if (schema.pattern !== undefined && schema.maxLength === undefined) {
    context.report({
      message: "A pattern without maxLength would be tested on strings of any size; add a maxLength.",
      location: context.location.child(["pattern"]),
    });
  }
});

/** A keyword that nobody checks would be a silent hole. */
const knownKeywords = schemaRule((schema, context) => {
  for (const keyword of Object.keys(schema).filter((key) => !isKnownKeyword(key))) {
    context.report({
      message: `The validators do not check the keyword ${keyword}; say it with another one, or add it to scripts/validators.`,
      location: context.location.child([keyword]).key(),
    });
  }
});

/** Every tag leads to one branch, and every branch has all of its tags in the mapping. */
const completeMappings = schemaRule((schema, context) => {
  const { discriminator } = schema;
  const union = schema.oneOf ? "oneOf" : "anyOf";
  const branches = schema[union];
  if (!discriminator || !branches) return;
  const mapped = new Map(
    Object.entries(discriminator.mapping ?? {}).map(([tag, reference]) => [tag, nameOf(reference)]),
  );
  const owners = new Map<string, string>();
  branches.forEach((branch, index) => {
    const location = context.location.child([union, index]);
    const name = nameOf(branch.$ref ?? "");
    for (const tag of tagsOf(context.resolve(branch).node, discriminator.propertyName)) {
      const owner = owners.get(tag);
      if (union === "oneOf" && owner)
        context.report({
          message: `The tag ${tag} belongs to both ${owner} and ${name}; one tag chooses one branch.`,
          location,
        });
      owners.set(tag, name);
      if (!mapped.has(tag))
        context.report({
          message: `The tag ${tag} of ${name} is not in the union's mapping; add ${tag}: <reference to ${name}>.`,
          location,
        });
      else if (union === "oneOf" && mapped.get(tag) !== name)
        context.report({
          message: `The mapping leads ${tag} to ${mapped.get(tag)}, but it is a tag of ${name}.`,
          location,
        });
    }
  });
  const names = new Set(branches.map((branch) => nameOf(branch.$ref ?? "")));
  for (const [tag, name] of mapped) {
    if (names.has(name)) continue;
    context.report({
      message: `The mapping leads ${tag} to ${name}, which is no branch of the union; add it to ${union}.`,
      location: context.location.child(["discriminator", "mapping", tag]),
    });
  }
  for (const [key, name] of Object.entries(discriminator["x-untagged"] ?? {})) {
    if (!names.has(name))
      context.report({
        message: `x-untagged leads ${key} to ${name}, which is no branch of the union; name one of them.`,
        location: context.location.child(["discriminator", "x-untagged", key]),
      });
  }
});

function nameOf(reference: string): string {
  return reference.slice(Math.max(reference.lastIndexOf("/"), reference.lastIndexOf("#")) + 1);
}

function tagsOf(branch: Schema | undefined, property: string): string[] {
  const tag = branch?.properties?.[property];
  const values = tag && "const" in tag ? [tag.const] : (tag?.enum ?? []);
  return values.filter((value) => typeof value === "string");
}

/** The fragment's own rules, beside Redocly's recommended ones. */
export const contractRules = {
  id: "contract",
  rules: {
    oas3: {
      described,
      "named-objects": namedObjects,
      "bounded-patterns": boundedPatterns,
      "known-keywords": knownKeywords,
      "complete-mappings": completeMappings,
    },
  },
};

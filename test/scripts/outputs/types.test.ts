import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { document, schemaOf } from "../../support/document.js";

const source = ts.createSourceFile(
  "types.ts",
  readFileSync("generated/types.ts", "utf8"),
  ts.ScriptTarget.ES2022,
  true,
);
const declarations = source.statements.filter(
  (statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement),
);

function declarationOf(name: string): (typeof declarations)[number] {
  const found = declarations.find((declaration) => declaration.name.text === name);
  if (!found) throw new Error(`There is no declaration of ${name}.`);
  return found;
}

/** The object types without a name in a declaration, but for the `{}` of an open union and for maps. */
function listAnonymous(node: ts.Node): string[] {
  const own =
    ts.isTypeLiteralNode(node) && !node.members.every(ts.isIndexSignatureDeclaration)
      ? [node.getText(source)]
      : [];
  const inner: string[] = [];
  ts.forEachChild(node, (child) => void inner.push(...listAnonymous(child)));
  return [...own, ...inner];
}

describe("the generated types", () => {
  test.each(Object.keys(document.components.schemas))("declare %s by its name, with its words", (name) => {
    const schema = schemaOf(name);
    const declaration = declarationOf(name);
    expect(ts.isInterfaceDeclaration(declaration)).toBe(schema.properties !== undefined);
    expect(listAnonymous(declaration)).toEqual([]);
    const [comment] = ts.getJSDocCommentsAndTags(declaration);
    expect(ts.getTextOfJSDocComment((comment as ts.JSDoc | undefined)?.comment)).toMatch(
      new RegExp(`^${schema.description?.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`),
    );
  });

  test("lead from components to these names", () => {
    const components = declarationOf("components");
    if (!ts.isInterfaceDeclaration(components)) throw new Error("components is no interface.");
    const schemas = components.members.find((member) => member.name?.getText(source) === "schemas");
    const text = schemas?.getText(source).replaceAll(/\s+/g, " ");
    const names = Object.keys(document.components.schemas);
    expect(text).toBe(`schemas: { ${names.map((name) => `${name}: ${name};`).join(" ")} };`);
  });
});

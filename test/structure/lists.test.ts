import { describe, expect, test } from "@jest/globals";
import ts from "typescript";
import { joinValues, objectTagsOf } from "../support/document.js";
import { listAuthored } from "./support/authored.js";

/** Unions whose tags nobody writes down a second time: a new one would be forgotten there. */
const unions = ["ResponseInputItem", "Tool", "ToolChoiceObject"].map((name) => new Set(objectTagsOf(name)));

/** So many tags of one union in one list make a list of them. */
const A_LIST = 3;

/** The names and texts that stand beside each other in one place: an array, a switch, an object, a union, a condition. */
function namesIn(node: ts.Node): string[] {
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(textOf);
  if (ts.isObjectLiteralExpression(node) || ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node)) {
    const members: readonly (ts.ObjectLiteralElementLike | ts.TypeElement)[] =
      "properties" in node ? node.properties : node.members;
    return members.flatMap(({ name }) =>
      name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
    );
  }
  if (ts.isUnionTypeNode(node))
    return node.types.flatMap((type) => (ts.isLiteralTypeNode(type) ? textOf(type.literal) : []));
  if (ts.isCaseBlock(node))
    return node.clauses.flatMap((clause) => (ts.isCaseClause(clause) ? textOf(clause.expression) : []));
  if (ts.isBinaryExpression(node)) return operandsOf(node);
  return [];
}

function operandsOf(node: ts.Expression): string[] {
  return ts.isBinaryExpression(node) ? [...operandsOf(node.left), ...operandsOf(node.right)] : textOf(node);
}

function textOf(node: ts.Node): string[] {
  return ts.isStringLiteralLike(node) ? [node.text] : [];
}

/** The lists of tags in a source, as `line: tags`. */
function findLists(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const names = namesIn(node);
    for (const union of unions) {
      const tags = [...new Set(names.filter((name) => union.has(name)))];
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (tags.length >= A_LIST) found.add(`${path}:${line} lists ${joinValues(tags, "and")}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

describe("the authored code", () => {
  test("holds no list of item types, tools or tool choices: they stand in openapi/ alone", () => {
    const files = listAuthored("src", "scripts").filter(({ path }) => path.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(({ path, text }) => findLists(path, text))).toEqual([]);
  });

  test.each([
    'const a = ["shell", "mcp", "custom"];',
    'const a = { shell: 1, mcp: 2, "local_shell": 3 };',
    'type A = "shell" | "mcp" | "custom";',
    'if (a === "shell" || a === "mcp" || a === "custom") b();',
    'switch (a) { case "shell": case "mcp": case "custom": }',
    'new Set(["function_call", "shell_call", "mcp_call"]);',
  ])("would be found out with %s", (text) => {
    expect(findLists("a.ts", text)).toHaveLength(1);
  });

  test.each(['const a = ["shell", "mcp"];', 'const a = { type: "shell", name: "custom" };'])(
    "may say %s",
    (text) => {
      expect(findLists("a.ts", text)).toEqual([]);
    },
  );
});

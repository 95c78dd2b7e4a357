// @ts-check
// Plain JavaScript as types-thread.js is, which needs it in its thread; tsc checks it all the same.
import ts from "typescript";

const { factory } = ts;
const EXPORT = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];

/**
 * Gives each schema of openapi-typescript's syntax tree a declaration of its own, an interface where it is an object
 * and an alias otherwise, so that a compiler's message has a name to say; `components["schemas"]` leads to them.
 *
 * @param {readonly ts.Node[]} nodes
 * @returns {ts.Node[]}
 * @throws {Error} when the tree does not hold schemas where it used to
 */
export function nameSchemas(nodes) {
  const { transformed } = ts.transform([...nodes], [sayNames]);
  return transformed.flatMap((node) => (isNamed(node, "components") ? splitComponents(node) : [node]));
}

/**
 * Says names for references, and leaves open unions open.
 *
 * @param {ts.TransformationContext} context
 * @returns {(node: ts.Node) => ts.Node}
 */
function sayNames(context) {
  return function visit(node) {
    const name = schemaOf(node);
    if (name !== undefined) return factory.createTypeReferenceNode(name);
    const inner = ts.visitEachChild(node, visit, context);
    return ts.isUnionTypeNode(inner) ? keepOpen(inner) : inner;
  };
}

/**
 * The declarations of all schemas, and components that refers to them.
 *
 * @param {ts.Node} components
 */
function splitComponents(components) {
  if (!ts.isInterfaceDeclaration(components)) throw changedError("an interface of components");
  const schemas = components.members.find((member) => isNamed(member, "schemas"));
  if (!schemas || !ts.isPropertySignature(schemas) || !schemas.type || !ts.isTypeLiteralNode(schemas.type))
    throw changedError("schemas among the components");
  const declarations = schemas.type.members.map(declare);
  const references = declarations.map(({ name: { text } }) =>
    factory.createPropertySignature(undefined, text, undefined, factory.createTypeReferenceNode(text)),
  );
  const named = factory.createPropertySignature(
    undefined,
    schemas.name,
    undefined,
    factory.createTypeLiteralNode(references),
  );
  const members = components.members.map((member) => (member === schemas ? named : member));
  return [
    ...declarations,
    factory.createInterfaceDeclaration(EXPORT, components.name, undefined, undefined, members),
  ];
}

/**
 * The declaration of one schema, with its comment.
 *
 * @param {ts.TypeElement} member
 */
function declare(member) {
  if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name))
    throw changedError("a schema whose name is one of TypeScript's");
  const { name, type } = member;
  const declaration = ts.isTypeLiteralNode(type)
    ? factory.createInterfaceDeclaration(EXPORT, name, undefined, undefined, type.members)
    : factory.createTypeAliasDeclaration(EXPORT, name, undefined, type);
  return ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(member));
}

/**
 * The name in `components["schemas"]["Tool"]`.
 *
 * @param {ts.Node} type
 */
function schemaOf(type) {
  if (!ts.isIndexedAccessTypeNode(type) || !ts.isIndexedAccessTypeNode(type.objectType)) return undefined;
  return textOf(type.objectType.indexType) === "schemas" ? textOf(type.indexType) : undefined;
}

/** @param {ts.TypeNode} type */
function textOf(type) {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;
}

/**
 * `string` swallows the values beside it; `string & {}` lets editors offer them.
 *
 * @param {ts.UnionTypeNode} union
 */
function keepOpen(union) {
  const values = union.types.flatMap(valuesOf);
  if (values.length === 0 || !union.types.some(isString)) return union;
  const open = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  const others = union.types.filter((type) => !isString(type) && valuesOf(type).length === 0);
  return factory.createUnionTypeNode([open, ...values, ...others]);
}

/**
 * The values of an enumeration that is one branch of a union.
 *
 * @param {ts.TypeNode} type
 * @returns {readonly ts.TypeNode[]}
 */
function valuesOf(type) {
  return ts.isParenthesizedTypeNode(type) && ts.isUnionTypeNode(type.type) ? type.type.types : [];
}

/** @param {ts.TypeNode} type */
function isString({ kind }) {
  return kind === ts.SyntaxKind.StringKeyword;
}

/**
 * @param {ts.Node} node
 * @param {string} name
 */
function isNamed(node, name) {
  return "name" in node && ts.isIdentifier(/** @type {ts.Node} */ (node.name)) && node.name.text === name;
}

/** @param {string} missing */
function changedError(missing) {
  return new Error(`openapi-typescript does not give ${missing}; bring name-schemas.js up to date.`);
}

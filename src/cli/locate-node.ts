import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
} from "yaml";
import { isNestedDeeper, MAX_NESTING } from "./nesting.js";
import { type Position, positionAt, type SourceDocument } from "./source.js";

/** Finds places in a JSON text. It is parsed a second time, as YAML for its positions, when the first is asked for. */
export function locateInJson(text: string, value: unknown, start: Position): SourceDocument["locate"] {
  let document: Document.Parsed | undefined;
  return (path, part) => {
    if (isNestedDeeper(value, MAX_NESTING)) return start; // the parser would exhaust the stack
    document ??= parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
    return locateNode(document, text, path, part) ?? start;
  };
}

/** Finds the place of a member, or of the nearest node around it that has one. */
export function locateNode(
  document: Document.Parsed,
  text: string,
  path: readonly (string | number)[],
  part: "name" | "value",
): Position | undefined {
  let node = resolve(document.contents, document);
  let found = offsetOf(node);
  for (const [index, key] of path.entries()) {
    const member = memberOf(node, key);
    if (member === undefined) break;
    const named = isPair(member) && part === "name" && index === path.length - 1;
    node = resolve(isPair(member) ? (named ? member.key : member.value) : member, document);
    found = offsetOf(isPair(member) && offsetOf(node) === undefined ? member.key : node) ?? found;
  }
  return found === undefined ? undefined : positionAt(text, found);
}

/** The last member of that name counts, as in JSON.parse. */
function memberOf(node: unknown, key: string | number): Pair | Node | undefined {
  if (isMap(node))
    return node.items.filter(({ key: name }) => isScalar(name) && String(name.value) === key).at(-1);
  const item = isSeq(node) && typeof key === "number" ? node.items[key] : undefined;
  return isNode(item) || isPair(item) ? item : undefined;
}

function resolve(node: unknown, document: Document.Parsed): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

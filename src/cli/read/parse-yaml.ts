import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from "yaml";
import type { SourcePart } from "./parse-source.js";
import { locatePlaces, type PlaceNode, type PlaceTree } from "./place-tree.js";
import type { SourceText } from "./source-text.js";

/** Levels of nesting that the parser is given: beyond some thousand it exhausts the stack and ends the process. */
const MAX_NESTING = 500;

/** Parses a YAML text: one body a document, or the first fault of each. */
export function parseYaml(source: SourceText): SourcePart[] {
  if (couldNestDeeper(source.text, MAX_NESTING)) {
    const message = `The YAML is nested deeper than ${MAX_NESTING} levels.`;
    return [{ fault: { message, position: { line: 1, column: 1 } } }];
  }
  const documents = parseAllDocuments(source.text, { prettyErrors: false, logLevel: "silent" });
  if (!Array.isArray(documents)) return []; // an empty text
  return documents.map((document) => toPart(document, source));
}

function toPart(document: Document.Parsed, source: SourceText): SourcePart {
  const [error] = document.errors;
  if (error) return { fault: { message: plain(error.message), position: source.positionOf(error.pos[0]) } };
  const start = document.contents?.range[0] ?? document.range[0];
  const position = source.positionOf(start);
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return {
      document: {
        value,
        start: position,
        locate: (wanted) => locatePlaces(wanted, source, (tree) => findPlaces(tree, document, start)),
      },
    };
  } catch {
    return { fault: { message: "The YAML has aliases that cannot be resolved.", position } };
  }
}

/** The parser's sentence without what it quotes of the text. */
function plain(message: string): string {
  const sentence = message.replace(/:?\s*(".*"|'.{4,}').*$/s, "");
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

/** Whether a text could be nested deeper than so many levels: by brackets, by indentation, by `- - -`. */
function couldNestDeeper(text: string, levels: number): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth += sign === "[" || sign === "{" ? 1 : -1;
    if (depth > levels) return true;
    if (depth < 0) depth = 0; // a closing bracket in plain text
  }
  for (const [lead] of text.matchAll(/^[ \t?:-]+/gm)) {
    if (lead.length > 2 * levels) return true;
  }
  return false;
}

/** Notes where the nodes of a tree stand: outer ones first, each from the node around it. */
function findPlaces(tree: PlaceTree, document: Document.Parsed, start: number): void {
  const anchored = listAnchored(document);
  const resolve = (node: unknown): unknown => (isAlias(node) ? anchored.get(node) : node);
  const members = new WeakMap<YAMLMap, Map<string, Pair>>();
  const nodes = new Map<PlaceNode, unknown>([[tree.root, resolve(document.contents)]]);
  tree.root.find(start, undefined, 1);
  for (const [index, node] of tree.nodes.entries()) {
    if (!node.parent) continue;
    const member = findMember(nodes.get(node.parent), node.key, members);
    if (member === undefined) continue;
    const value = resolve(isPair(member) ? member.value : member);
    nodes.set(node, value);
    const name = isPair(member) ? offsetOf(member.key) : undefined;
    node.find(offsetOf(value) ?? name ?? start, name, index + 1);
  }
}

/** What each alias stands for: the last node before it that has the anchor. */
function listAnchored(document: Document.Parsed): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const anchored = new Map<Alias, Node>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) anchored.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return anchored;
}

/** The last member of a name counts, as in JSON.parse. */
function findMember(
  node: unknown,
  key: string | number,
  members: WeakMap<YAMLMap, Map<string, Pair>>,
): Pair | Node | undefined {
  if (isMap(node)) {
    let known = members.get(node);
    if (!known) {
      known = new Map(
        node.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
      );
      members.set(node, known);
    }
    return known.get(String(key));
  }
  const item = isSeq(node) && typeof key === "number" ? node.items[key] : undefined;
  return isNode(item) || isPair(item) ? item : undefined;
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? (node.range?.[0] ?? undefined) : undefined;
}

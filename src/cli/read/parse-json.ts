import { findJsonFault, type JsonVisitor, scanJson } from "./json-scanner.js";
import type { SourcePart } from "./parse-source.js";
import { locatePlaces, type PlaceNode, type PlaceTree } from "./place-tree.js";
import type { SourceText } from "./source-text.js";

/** Parses a JSON text: one body, or the first place where it is no JSON. */
export function parseJson(source: SourceText): SourcePart[] {
  return [parseStretch(source, 0, source.text.length)];
}

/** Parses JSON Lines: one body a line, blank lines skipped. A bad line does not stop the others. */
export function* parseJsonLines(source: SourceText): Generator<SourcePart> {
  const { text } = source;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (text.slice(start, end).trim() !== "") yield parseStretch(source, start, end);
    start = end + 1;
  }
}

function parseStretch(source: SourceText, from: number, to: number): SourcePart {
  const text = source.text.slice(from, to);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's own message quotes the text and often has no position.
    const { message, offset } = findJsonFault(text);
    return { fault: { message, position: source.positionOf(from + offset) } };
  }
  const start = source.positionOf(from + Math.max(0, text.search(/\S/)));
  return {
    document: {
      value,
      start,
      locate: (wanted) =>
        locatePlaces(wanted, source, (tree) => void scanJson(text, new PlaceFinder(text, from, tree))),
    },
  };
}

/** Notes the places of a tree as a scan comes by them. */
class PlaceFinder implements JsonVisitor {
  /** The objects and arrays around, innermost last, each undefined where nothing in it is wanted. */
  private readonly around: (PlaceNode | undefined)[] = [];
  /** The index of the next element of each; -1 for an object. */
  private readonly indexes: number[] = [];
  private found = 0;
  private nameStart: number | undefined;
  private named: PlaceNode | undefined;

  constructor(
    private readonly text: string,
    private readonly from: number,
    private readonly tree: PlaceTree,
  ) {}

  name(start: number, end: number): void {
    this.nameStart = this.from + start;
    const object = this.around.at(-1);
    this.named = object && this.findMember(object, start, end);
  }

  value(start: number, opened: "{" | "[" | undefined): void {
    const node = this.nextNode();
    node?.find(this.from + start, this.nameStart, ++this.found);
    this.nameStart = undefined;
    if (!opened) return;
    this.around.push(node);
    this.indexes.push(opened === "[" ? 0 : -1);
  }

  close(): void {
    this.around.pop();
    this.indexes.pop();
  }

  private nextNode(): PlaceNode | undefined {
    const depth = this.around.length - 1;
    if (depth < 0) return this.tree.root;
    const index = this.indexes[depth] ?? -1;
    if (index < 0) return this.named;
    this.indexes[depth] = index + 1;
    return this.around[depth]?.children.get(index);
  }

  private findMember(object: PlaceNode, start: number, end: number): PlaceNode | undefined {
    if (object.children.size === 0) return undefined;
    const name = this.text.slice(start + 1, end - 1);
    // A string, by its quotes.
    return object.children.get(name.includes("\\") ? (JSON.parse(`"${name}"`) as string) : name);
  }
}

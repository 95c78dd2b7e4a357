import type { Position, SourceText } from "./source-text.js";

/** A member of a body whose place is wanted. */
export interface WantedPlace {
  /** Member names and indexes from the root of the body. */
  path: readonly (string | number)[];
  /** Whether the member's name or its value is meant. */
  part: "name" | "value";
}

/** One member on the way to a wanted place. */
export class PlaceNode {
  readonly children = new Map<string | number, PlaceNode>();
  /** Where its value and its name begin, once found. */
  value: number | undefined;
  name: number | undefined;
  /** How often values of the tree had been found when this one was, and when the one around it was. */
  private found = 0;
  private foundAround = 0;

  constructor(
    readonly key: string | number,
    readonly parent: PlaceNode | undefined,
  ) {}

  /** Notes that the member stands here. A later member of the same name replaces it, with all that is inside. */
  find(value: number, name: number | undefined, count: number): void {
    this.value = value;
    this.name = name;
    this.found = count;
    this.foundAround = this.parent?.found ?? 0;
  }

  /** Takes the place of the node around it where it was not found, or not in the last of that name. */
  settle(): void {
    if (!this.parent || (this.found > 0 && this.foundAround === this.parent.found)) return;
    this.value = this.parent.value;
    this.name = undefined;
    this.found = -1; // and so what is inside was not found either
  }
}

/** All wanted places of a body as one tree, so that one walk through its text finds them all. */
export class PlaceTree {
  readonly root = new PlaceNode("", undefined);
  /** Every node, outer ones before those inside. */
  readonly nodes: PlaceNode[] = [this.root];
  private readonly last: PlaceNode[] = [this.root];

  /** Adds a path. Those that share their beginning with the one before, as sorted paths do, cost only the rest. */
  add(path: readonly (string | number)[]): PlaceNode {
    let depth = 0;
    while (depth < path.length && this.last[depth + 1]?.key === path[depth]) depth++;
    this.last.length = depth + 1;
    let node = this.last[depth] ?? this.root;
    for (const key of path.slice(depth)) {
      node = this.childOf(node, key);
      this.last.push(node);
    }
    return node;
  }

  private childOf(node: PlaceNode, key: string | number): PlaceNode {
    const known = node.children.get(key);
    if (known) return known;
    const child = new PlaceNode(key, node);
    node.children.set(key, child);
    this.nodes.push(child);
    return child;
  }
}

/**
 * Finds wanted places: each the member's own, or that of the nearest value around it that exists.
 * @param find notes in the nodes of the tree where the text has them, offsets in the source
 */
export function locatePlaces(
  wanted: readonly WantedPlace[],
  source: SourceText,
  find: (tree: PlaceTree) => void,
): Position[] {
  const tree = new PlaceTree();
  const nodes = wanted.map(({ path }) => tree.add(path));
  find(tree);
  for (const node of tree.nodes) node.settle();
  return nodes.map((node, index) => {
    const named = wanted[index]?.part === "name" ? node.name : undefined;
    return source.positionOf(named ?? node.value ?? 0);
  });
}

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { foldParts } from "../../../src/cli/report/fold-parts.js";
import type { TokenPart } from "../../../src/local/types.js";

const part = (param: string, tokens: number, parts: TokenPart[] = []): TokenPart => ({
  param,
  kind: "item",
  tokens,
  ...(parts.length > 0 && { parts }),
});
const draw = (parts: TokenPart[], lines: number) =>
  foldParts(parts, lines).map(
    ({ part: shown, tokens, depth, hidden }) =>
      `${"  ".repeat(depth)}${shown?.param ?? "…"} ${tokens}${hidden ? ` +${hidden}` : ""}`,
  );

const sum = (of: { tokens: number }[]) => of.reduce((total, { tokens }) => total + tokens, 0);

const TREE = [
  part("a", 10, [part("a1", 4), part("a2", 6)]),
  part("b", 30, [part("b1", 1), part("b2", 20, [part("b2x", 19), part("b2y", 1)]), part("b3", 9)]),
  part("c", 2),
];

describe("foldParts", () => {
  test("lays out everything where there is room, longest first", () => {
    expect(draw(TREE, 100)).toEqual([
      "b 30",
      "  b2 20",
      "    b2x 19",
      "    b2y 1",
      "  b3 9",
      "  b1 1",
      "a 10",
      "  a2 6",
      "  a1 4",
      "c 2",
    ]);
  });

  test("shows the longest where there is not, and sums up the rest", () => {
    expect(draw(TREE, 5)).toEqual(["b 30", "  b2 20 +2", "  … 10 +2", "… 12 +2"]);
    expect(draw(TREE, 3)).toEqual(["b 30 +3", "… 12 +2"]);
    expect(draw(TREE, 2)).toEqual(["b 30 +3", "… 12 +2"]);
  });

  test("has no lines for nothing", () => {
    expect(foldParts([], 10)).toEqual([]);
  });

  test("keeps within its lines and loses no token, whatever the tree", () => {
    const { tree } = fc.letrec<{ tree: TokenPart; leaf: TokenPart; node: TokenPart }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("node")),
      leaf: fc.nat(100).map((tokens) => part("x", tokens)),
      node: fc.array(tie("tree"), { maxLength: 6 }).map((parts) => part("x", sum(parts), parts)),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), fc.integer({ min: 2, max: 30 }), (parts, lines) => {
        const folded = foldParts(parts, lines);
        expect(folded.length).toBeLessThanOrEqual(lines);
        const top = folded.filter(({ depth }) => depth === 0);
        expect(sum(top)).toBe(sum(parts));
      }),
    );
  });
});

import { describe, expect, test } from "@jest/globals";
import { drawParts } from "../../../src/cli/report/draw-parts.js";
import type { TokenPart } from "../../../src/local/types.js";
import { fakeTerminal } from "../support/fake-terminal.js";

const BODY = {
  input: [{ role: "user", content: "x" }],
  tools: [{ type: "function", name: "find_\u001b[2J" }, { type: "web_search" }],
};
const PARTS: TokenPart[] = [
  {
    param: "input",
    kind: "input",
    tokens: 250,
    parts: [{ param: "input[0]", kind: "message", tokens: 250, range: [250, 253] }],
  },
  {
    param: "tools",
    kind: "tools",
    tokens: 748,
    range: [748, null],
    parts: [
      { param: "tools[0]", kind: "tool", tokens: 48 },
      { param: "tools[1]", kind: "tool", tokens: 700, range: [700, null] },
    ],
  },
  { param: "", kind: "frame", tokens: 2 },
];

describe("drawParts", () => {
  test("draws a tree with names, shares, bars and ranges, and lets no name steer the terminal", () => {
    expect(drawParts(PARTS, BODY, fakeTerminal())).toEqual([
      "  tools                        748   75 %  ██████████████████       at least 748",
      "    tools[1] web_search        700   70 %  ████████████████▊        at least 700",
      "    tools[0] find_·[2J          48    5 %  █▏",
      "  input                        250   25 %  ██████",
      "    input[0] user              250   25 %  ██████                   250 to 253",
      "  frame                          2    0 %",
    ]);
  });

  test("keeps within the terminal's lines and width", () => {
    const content = Array.from({ length: 500 }, (_, index): TokenPart => ({
      param: `input[0].content[${index}].some_long_name.and_another_long_name.and_more`,
      kind: "text",
      tokens: index,
    }));
    const terminal = { ...fakeTerminal(), width: 60, height: 20 };
    const lines = drawParts(content, {}, terminal);
    expect(lines).toHaveLength(14);
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
    expect(lines[0]).toMatch(/^ {2}input\[0\]\.co…[\w.]*and_more text +499 +0 %/);
    expect(lines.at(-1)).toMatch(/^ {2}… 487 more parts +118,341 +95 % +█+/);
  });

  test("draws a request of no tokens", () => {
    expect(drawParts([{ param: "", kind: "frame", tokens: 0 }], {}, fakeTerminal())).toEqual([
      "  frame                   0    0 %",
    ]);
  });
});

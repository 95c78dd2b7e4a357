import { describe, expect, test } from "@jest/globals";
import { codeFrame } from "../../src/cli/code-frame.js";
import { createPainter } from "../../src/cli/painter.js";

const plain = createPainter(false);

describe("codeFrame", () => {
  test("shows the lines before a place and a caret under it", () => {
    expect(codeFrame("one\ntwo\nthree\nfour\nfive", { line: 4, column: 2 }, plain)).toBe(
      "  2 | two\n  3 | three\n> 4 | four\n    |  ^",
    );
  });

  test("cuts a long line around the place", () => {
    const text = `${"a".repeat(1_000_000)}X${"b".repeat(1_000_000)}`;
    const [line = "", caret = ""] = codeFrame(text, { line: 1, column: 1_000_001 }, plain).split("\n");
    expect(line).toHaveLength("> 1 | ".length + 102);
    expect(line[caret.indexOf("^")]).toBe("X");
  });

  test("hides keys and tokens, and what could steer a terminal", () => {
    const text = '{"authorization": "top secret", "x": "Bearer abc.def", "k": "sk-abc123", "e": "\u001b[2J"}';
    expect(codeFrame(text, { line: 1, column: 1 }, plain).split("\n")[0]).toBe(
      '> 1 | {"authorization": "**********", "x": "Bearer *******", "k": "sk-******", "e": "·[2J"}',
    );
  });

  test("paints only where colours are wanted", () => {
    expect(codeFrame("x", { line: 1, column: 1 }, createPainter(true))).toContain("\u001b[31m");
  });
});

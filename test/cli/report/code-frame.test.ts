import { describe, expect, test } from "@jest/globals";
import { SourceText } from "../../../src/cli/read/source-text.js";
import { codeFrame } from "../../../src/cli/report/code-frame.js";
import { createPainter } from "../../../src/cli/terminal.js";

const plain = createPainter(false);
const frame = (text: string, line: number, column: number, paint = plain) =>
  codeFrame(new SourceText(text), { line, column }, paint);

describe("codeFrame", () => {
  test("shows the lines before a place and a caret under it", () => {
    expect(frame("one\ntwo\nthree\nfour\nfive", 4, 2)).toBe("  2 | two\n  3 | three\n> 4 | four\n    |  ^");
  });

  test("cuts a long line around the place", () => {
    const text = `${"a".repeat(1_000_000)}X${"b".repeat(1_000_000)}`;
    const [line = "", caret = ""] = frame(text, 1, 1_000_001).split("\n");
    expect(line).toHaveLength("> 1 | ".length + 102);
    expect(line[caret.indexOf("^")]).toBe("X");
  });

  test("hides keys and tokens, and what could steer a terminal", () => {
    const text = '{"authorization": "top secret", "x": "Bearer abc.def", "k": "sk-abc123", "e": "\u001b[2J"}';
    expect(frame(text, 1, 1).split("\n")[0]).toBe(
      '> 1 | {"authorization": "**********", "x": "Bearer *******", "k": "sk-******", "e": "·[2J"}',
    );
  });

  test("paints only where colours are wanted", () => {
    expect(frame("x", 1, 1, createPainter(true))).toContain("\u001b[31m");
  });

  test("hides a password on the line after its name, and leaves braces and other lines alone", () => {
    expect(frame('{"password":\n  "top secret", "x": 1\n}', 2, 3)).toContain('"**********", "x": 1');
    expect(frame('{"password": {"type": "string"}}', 1, 1)).toContain('{"password": {"type": "string"}}');
    expect(frame("api_key: top secret\ninput: 5", 2, 1)).toContain("api_key: **********\n> 2 | input: 5");
  });
});

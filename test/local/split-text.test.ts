import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { MAX_PIECE, splitText } from "../../src/local/split-text.js";

const PROSE = "It's 3 o'clock; café prices: 12.50 EUR (incl. tax).\n\n  - item_1 /path/to\n\tx = y+1;\r\n";
const CODE = `{"a":[1,2,{"name":"value","list":["x","y"]}],"text":"don't \\n stop"}\n//comment\n`;

describe("splitText", () => {
  test("gives back the text in pieces of bounded length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => {
        const pieces = [...splitText(text)];
        expect(pieces.join("")).toBe(text);
        expect(pieces.every((piece) => piece.length > 0 && piece.length <= MAX_PIECE)).toBe(true);
      }),
    );
  });

  test.each([
    ["prose", PROSE.repeat(60)],
    ["code", CODE.repeat(60)],
  ])("cuts %s where the tokenizer cuts anyway", (_, text) => {
    const total = [...splitText(text)].reduce((sum, piece) => sum + countTokens(piece), 0);
    expect(total).toBe(countTokens(text));
  });

  test.each(["a", " ", "中", "🙂", "!", "\n", "1"])("is off by little for an endless run of %j", (sign) => {
    const text = sign.repeat(4000);
    const whole = countTokens(text);
    const total = [...splitText(text)].reduce((sum, piece) => sum + countTokens(piece), 0);
    expect(Math.abs(total - whole)).toBeLessThanOrEqual(2 * Math.ceil(text.length / (MAX_PIECE - 1)));
  });

  test("keeps a surrogate pair together", () => {
    for (const piece of splitText("x" + "🙂".repeat(1000))) expect(Buffer.from(piece).toString()).toBe(piece);
  });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import * as cl100k from "gpt-tokenizer/encoding/cl100k_base";
import * as o200k from "gpt-tokenizer/encoding/o200k_base";
import { TextMeter } from "../../src/local/text-meter.js";
import { loadEncoder } from "../../src/local/tokenizer.js";

const encodings = { o200k_base: o200k, cl100k_base: cl100k };
const names = ["o200k_base", "cl100k_base"] as const;
type Name = (typeof names)[number];

async function count(name: Name, ...texts: string[]): Promise<number[]> {
  return new TextMeter(await loadEncoder(name), undefined).measure(texts);
}

/** What gpt-tokenizer counts, in its own slower way. */
function reference(name: Name, text: string): number {
  return encodings[name].countTokens(text, { disallowedSpecial: new Set() });
}

/** Text of kinds that the patterns tell apart; U+FEFF and U+0085 are white space to JavaScript alone, or not to it. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'s",
        "'LL",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "/",
        "//\n",
        "12345",
        "a",
        "Ab",
        "aB",
        "ABC",
        "Éé",
      ),
      fc.constantFrom(
        "中文",
        "かな",
        "عربي",
        "é",
        "́A",
        "ǅ",
        "ªº",
        "½²",
        "👩‍👩‍👧",
        "🇩🇪",
        "\u2028",
        "\u3000",
        "<|endoftext|>",
      ),
      fc
        .string({ unit: "binary", maxLength: 5 })
        .filter((text) => !/[\ufeff\u0085\ud800-\udfff]/u.test(text)),
      fc
        .tuple(fc.constantFrom("a", "Z", " ", "\n", "-", "中", "0"), fc.nat(300))
        .map(([unit, n]) => unit.repeat(n)),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe.each(names)("the encoder of %s", (name) => {
  test("counts as the reference does", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await count(name, text)).toEqual([reference(name, text)]);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, (index: number) => string]>([
    ["one letter", () => "a"],
    ["two letters in no order", (index) => "ab"[(index * index * 7 + (index >> 3)) % 2] ?? ""],
    ["letters in no order", (index) => String.fromCharCode(97 + ((index * 7919 + index * index) % 26))],
    ["capitals in no order", (index) => String.fromCharCode(65 + ((index * 7919 + index * index) % 26))],
    [
      "Chinese in no order",
      (index) => String.fromCharCode(0x4e00 + ((index * 7919 + index * index) % 0x5000)),
    ],
    ["words without spaces", (index) => ["inter", "national", "ization", "x"][(index * index) % 4] ?? ""],
    ["spaces", () => " "],
    ["signs", (index) => "!@#$%^&*()-=+[]{}"[(index * index * 3) % 17] ?? ""],
    ["emoji", () => "👩‍👩‍👧"],
  ])("counts a run of %s exactly, which it merges in windows", async (_, unit) => {
    const text = Array.from({ length: 3000 }, (_, index) => unit(index)).join("");
    expect(await count(name, text)).toEqual([reference(name, text)]);
  });

  test("counts texts that stand behind one another as one, each token where it begins", async () => {
    const parts = ["The quick", " brown fo", "x", "", "es jump"];
    const tokens = await count(name, ...parts);
    expect(tokens).toEqual([2, 3, 0, 0, 1]);
    expect(tokens.reduce((sum, own) => sum + own)).toBe(reference(name, parts.join("")));
  });
});

describe("a long count", () => {
  const long = "中文字符没有空格".repeat(40_000);

  test("lets other work go on", async () => {
    let turns = 0;
    const go = (): void => void (turns++, (timer = setImmediate(go)));
    let timer = setImmediate(go);
    await count("o200k_base", long);
    clearImmediate(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test("stops when it is aborted", async () => {
    const controller = new AbortController();
    const meter = new TextMeter(await loadEncoder("o200k_base"), controller.signal);
    const counting = meter.measure([long.repeat(20)]);
    setImmediate(() => controller.abort(new Error("gone")));
    await expect(counting).rejects.toThrow("gone");
  });

  test("several at once take turns", async () => {
    const done: string[] = [];
    await Promise.all([
      count("o200k_base", long.repeat(2)).then(() => done.push("long")),
      count("o200k_base", long.slice(0, 40_000)).then(() => done.push("short")),
    ]);
    expect(done).toEqual(["short", "long"]);
  });
});

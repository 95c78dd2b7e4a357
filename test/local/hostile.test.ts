import { describe, expect, test } from "@jest/globals";
import type { InputTokenCountParams } from "../../generated/types.js";
import { createLocalCounter } from "../../src/local/index.js";

const counter = createLocalCounter();

/** Counts a body that the types would not let through. */
const count = (body: unknown) => counter.count(body as InputTokenCountParams);

/** Microseconds of computing that the fastest of three counts takes: a busy machine makes others wait, not compute. */
async function measure(input: string): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    await count({ model: "gpt-5", input });
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, user + system);
  }
  return best;
}

describe("the local counter on hostile bodies", () => {
  test.each([
    ["one repeated letter", "a"],
    ["one repeated capital", "A"],
    ["spaces", " "],
    ["newlines", "\n"],
    ["text without spaces", "中文字符没有空格"],
    ["emoji", "👩‍👩‍👧"],
    ["signs", "!?"],
    ["prose", "The quick brown fox jumps over the lazy dog. "],
  ])("computes in proportion to the length of %s", async (_, unit) => {
    const short = unit.repeat(Math.ceil(200_000 / unit.length));
    await measure(short);
    // Six times the text takes six times as long, and 36 times if it grows with the square.
    expect((await measure(short.repeat(6))) / (await measure(short))).toBeLessThan(18);
  });

  test("survives a schema 100,000 levels deep", async () => {
    let schema: object = { type: "string" };
    for (let level = 0; level < 100_000; level++) schema = { type: "object", properties: { a: schema } };
    const tools = [{ type: "function", name: "f", parameters: schema }];
    const text = { format: { type: "json_schema", name: "n", schema } };
    const { left_out } = await count({ model: "gpt-5", tools, text });
    expect(left_out.map(({ reason }) => reason)).toEqual(Array(2).fill("nested deeper than 128 levels"));
  });

  test("ends on a schema that unfolds without end, and gives no upper end", async () => {
    let schema: object = { type: "string", description: "x".repeat(10_000) };
    for (let level = 0; level < 60; level++)
      schema = { type: "object", properties: { a: schema, b: schema } };
    const { left_out, range } = await count({ tools: [{ type: "function", name: "f", parameters: schema }] });
    expect(left_out.at(-1)?.reason).toBe("the body is too large to be read to its end");
    expect(range[1]).toBeNull();
  });

  test("keeps a bounded number of notes", async () => {
    const input = Array.from({ length: 5000 }, (_, index) => ({ id: `msg_${index}` }));
    const { left_out } = await count({ model: "gpt-5", input });
    expect(left_out).toHaveLength(101);
    expect(left_out.at(-1)?.reason).toBe("4900 further notes are not listed");
  });

  test.each([
    [null],
    ["text"],
    [5],
    [[]],
    [{ input: 5, tools: {}, text: [], instructions: {} }],
    [{ input: [null, 1, "x"] }],
    [{ input: "\ud800 alone" }],
  ])("does not throw for %j", async (body) => {
    await expect(count(body)).resolves.toMatchObject({ estimate: true });
  });
});

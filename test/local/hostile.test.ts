import { describe, expect, test } from "@jest/globals";
import type { InputTokenCountParams } from "../../generated/types.js";
import { createLocalCounter } from "../../src/local/index.js";

const counter = createLocalCounter();

/** Counts a body that the types would not let through. */
const count = (body: unknown) => counter.count(body as InputTokenCountParams);

describe("the local counter on hostile bodies", () => {
  test.each([
    ["one repeated letter", "a".repeat(1_000_000)],
    ["spaces", " ".repeat(1_000_000)],
    ["text without spaces", "中文字符没有空格".repeat(125_000)],
    ["emoji", "👩‍👩‍👧".repeat(125_000)],
    ["10 MB of prose", "The quick brown fox jumps over the lazy dog. ".repeat(230_000)],
  ])("counts %s in a second or two", async (_, input) => {
    const begin = performance.now();
    expect((await count({ input })).input_tokens).toBeGreaterThan(1000);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  test("survives a schema 100,000 levels deep", async () => {
    let schema: object = { type: "string" };
    for (let level = 0; level < 100_000; level++) schema = { type: "object", properties: { a: schema } };
    const tools = [{ type: "function", name: "f", parameters: schema }];
    const { left_out } = await count({
      model: "gpt-5",
      tools,
      text: { format: { type: "json_schema", name: "n", schema } },
    });
    expect(left_out.map(({ reason }) => reason)).toEqual(Array(2).fill("nested deeper than 128 levels"));
  });

  test("ends on a schema that unfolds without end", async () => {
    let schema: object = { type: "string", description: "x".repeat(10_000) };
    for (let level = 0; level < 60; level++)
      schema = { type: "object", properties: { a: schema, b: schema } };
    const { left_out } = await count({ tools: [{ type: "function", name: "f", parameters: schema }] });
    expect(left_out.at(-1)?.reason).toBe("the body is too large to be read to its end");
  });

  test("keeps a bounded number of notes", async () => {
    const { left_out } = await count({
      model: "gpt-5",
      input: Array.from({ length: 5000 }, (_, index) => ({ id: `msg_${index}` })),
    });
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
  ])("does not throw for %j", async (body) => {
    await expect(count(body)).resolves.toMatchObject({ estimate: true });
  });
});

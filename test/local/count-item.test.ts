import { describe, expect, test } from "@jest/globals";
import { readItems } from "./support/read.js";

describe("countItem", () => {
  test("reads a message's texts, not its settings", async () => {
    const message = {
      id: "msg_1",
      type: "message",
      role: "assistant",
      status: "completed",
      phase: "final_answer",
      content: [
        { type: "output_text", text: "Hi", annotations: [{ type: "url_citation", title: "no", url: "no" }] },
        { type: "refusal", refusal: "No" },
      ],
    };
    expect(await readItems(message)).toMatchObject({ text: "HiNo", tokens: 6, left_out: [] });
  });

  test("reads nothing of where the cache ends, and no seal of a program", async () => {
    const part = {
      type: "input_text",
      text: "Hi",
      prompt_cache_breakpoint: { mode: "explicit", ttl: "12h" },
    };
    expect((await readItems({ role: "user", content: [part] })).text).toBe("Hi");
    const caller = { type: "program", caller_id: "call_1" };
    const program = {
      type: "program",
      id: "pr_1",
      call_id: "call_1",
      code: "f()",
      fingerprint: "zzz",
      caller,
    };
    expect((await readItems(program)).text).toBe("f()");
  });

  test("takes an id alone for a reference only where no other type stands by it", async () => {
    expect((await readItems({ type: "item_reference", id: "msg_1" })).left_out).toHaveLength(1);
    expect((await readItems({ type: "compaction_trigger", id: "cmp_1" })).left_out).toEqual([]);
  });

  test("reads what a model does with a tool as JSON", async () => {
    const item = { type: "computer_call", id: "cu_1", action: { type: "click", x: 10, y: 20 } };
    expect((await readItems(item)).text).toBe('{"type":"click","x":10,"y":20}');
  });

  test("reads an item that no version knows yet", async () => {
    const item = {
      type: "dream",
      id: "dr_1",
      vision: { scenes: [{ caption: "a lake" }] },
      source_url: "https://x.test",
    };
    expect(await readItems(item)).toMatchObject({ text: "a lake", tokens: 6, left_out: [] });
  });

  test("reads the tools that an item brings as a namespace", async () => {
    const item = {
      type: "mcp_list_tools",
      id: "l_1",
      tools: [{ name: "roll", input_schema: { type: "object" } }],
    };
    expect((await readItems(item)).text).toContain("type roll = () => any;");
  });

  test.each([
    ["a reference", { id: "msg_1" }, ""],
    ["a tagged reference", { type: "item_reference", id: "msg_1" }, ""],
    [
      "encrypted reasoning",
      { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "gAAAA" },
      ".encrypted_content",
    ],
    [
      "sealed content of any other item",
      { type: "compaction", encrypted_content: "gA" },
      ".encrypted_content",
    ],
    [
      "a file that is elsewhere",
      { role: "user", content: [{ type: "input_file", file_id: "file_1" }] },
      ".content[0]",
    ],
    [
      "an image that is elsewhere",
      { role: "user", content: [{ type: "input_image", image_url: "https://x.test/a.png" }] },
      ".content[0]",
    ],
  ])("notes %s", async (_, item, place) => {
    const { text, left_out } = await readItems(item);
    expect(text).toBe("");
    expect(left_out.map(({ param }) => param)).toEqual([`input[0]${place}`]);
  });

  test("reads a text file and its name", async () => {
    const part = {
      type: "input_file",
      filename: "a.txt",
      file_data: `data:text/plain;base64,${btoa("hello")}`,
    };
    expect((await readItems({ role: "user", content: [part] })).text).toBe("a.txthello");
  });

  test("counts a generated image by its size", async () => {
    const png = `iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgAQAAAAB${"A".repeat(40)}`; // 640 x 480
    const item = { type: "image_generation_call", id: "ig_1", result: png, status: "completed" };
    expect(await readItems(item)).toMatchObject({ text: "", tokens: 6 + 70 + 2 * 140, left_out: [] });
  });

  test("ends on a cycle and on endless depth", async () => {
    const cycle: Record<string, unknown> = { role: "user", content: [] };
    cycle["content"] = [cycle, { type: "input_text", text: "hi", self: cycle }];
    expect((await readItems(cycle)).text).toContain("hi");
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level++) deep = [deep];
    const { left_out } = await readItems({ role: "user", content: [{ type: "new", deep }] });
    expect(left_out[0]?.reason).toBe("nested deeper than 128 levels");
  });
});

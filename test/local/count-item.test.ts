import { describe, expect, test } from "@jest/globals";
import { countItem } from "../../src/local/count-item.js";
import { Tally } from "../../src/local/tally.js";

/** Counts an item and tells which texts were read, how many tokens stood for none, and what was left out. */
function read(item: unknown) {
  const texts: string[] = [];
  const tally = new Tally((text) => {
    texts.push(text);
    return 0;
  });
  countItem(item, { parent: null, key: "input" }, "gpt-5", tally);
  return { texts, frame: tally.tokens, leftOut: tally.leftOut() };
}

describe("countItem", () => {
  test("reads a message's texts, not its settings", () => {
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
    expect(read(message)).toEqual({ texts: ["Hi", "No"], frame: 4, leftOut: [] });
  });

  test("reads nothing of where the cache ends, and no seal of a program", () => {
    const part = {
      type: "input_text",
      text: "Hi",
      prompt_cache_breakpoint: { mode: "explicit", ttl: "12h" },
    };
    expect(read({ role: "user", content: [part] }).texts).toEqual(["Hi"]);
    const caller = { type: "program", caller_id: "call_1" };
    const program = {
      type: "program",
      id: "pr_1",
      call_id: "call_1",
      code: "f()",
      fingerprint: "zzz",
      caller,
    };
    expect(read(program).texts).toEqual(["f()"]);
  });

  test("takes an id alone for a reference only where no other type stands by it", () => {
    expect(read({ type: "item_reference", id: "msg_1" }).leftOut).toHaveLength(1);
    expect(read({ type: "compaction_trigger", id: "cmp_1" }).leftOut).toEqual([]);
  });

  test("reads calls and their outputs", () => {
    const call = { type: "function_call", call_id: "call_1", name: "f", arguments: '{"a":1}' };
    expect(read(call)).toEqual({ texts: ["f", '{"a":1}'], frame: 12, leftOut: [] });
    const output = {
      type: "shell_call_output",
      call_id: "call_1",
      output: [{ stdout: "out", stderr: "err" }],
    };
    expect(read(output).texts).toEqual(["out", "err"]);
  });

  test("reads what a model does with a tool as JSON", () => {
    const item = { type: "computer_call", id: "cu_1", action: { type: "click", x: 10, y: 20 } };
    expect(read(item).texts).toEqual(['{"type":"click","x":10,"y":20}']);
  });

  test("reads an item that no version knows yet", () => {
    const item = {
      type: "dream",
      id: "dr_1",
      vision: { scenes: [{ caption: "a lake" }] },
      source_url: "https://x.test",
    };
    expect(read(item)).toEqual({ texts: ["a lake"], frame: 6, leftOut: [] });
  });

  test("reads the tools that an item brings as a namespace", () => {
    const item = {
      type: "mcp_list_tools",
      id: "l_1",
      tools: [{ name: "roll", input_schema: { type: "object" } }],
    };
    expect(read(item).texts.join("")).toContain("type roll = () => any;");
  });

  test.each([
    ["a reference", { id: "msg_1" }, ""],
    ["a tagged reference", { type: "item_reference", id: "msg_1" }, ""],
    [
      "encrypted reasoning",
      { type: "reasoning", id: "rs_1", encrypted_content: "gAAAA" },
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
  ])("notes %s", (_, item, path) => {
    const { texts, leftOut } = read(item);
    expect(texts).toEqual([]);
    expect(leftOut.map((note) => note.path)).toEqual([`input${path}`]);
  });

  test("reads a text file and its name", () => {
    const part = {
      type: "input_file",
      filename: "a.txt",
      file_data: `data:text/plain;base64,${btoa("hello")}`,
    };
    expect(read({ role: "user", content: [part] })).toEqual({
      texts: ["a.txt", "hello"],
      frame: 4,
      leftOut: [],
    });
  });

  test("counts a generated image by its size", () => {
    const png = `iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgAQAAAAB${"A".repeat(40)}`; // 640 x 480
    expect(read({ type: "image_generation_call", id: "ig_1", result: png, status: "completed" })).toEqual({
      texts: [],
      frame: 6 + 70 + 2 * 140,
      leftOut: [],
    });
  });

  test("ends on a cycle and on endless depth", () => {
    const cycle: Record<string, unknown> = { role: "user", content: [] };
    cycle["content"] = [cycle, { type: "input_text", text: "hi", self: cycle }];
    expect(read(cycle).texts.slice(0, 1)).toEqual(["hi"]);
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(read({ role: "user", content: deep }).leftOut[0]?.reason).toBe("nested deeper than 128 levels");
  });
});

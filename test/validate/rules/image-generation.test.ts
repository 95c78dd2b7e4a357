import { describe, expect, test } from "@jest/globals";
import type { Tool } from "../../../generated/types.js";
import { issuesOf } from "../../support/faults.js";

type ImageTool = Partial<Omit<Extract<Tool, { type: "image_generation" }>, "type">>;

const refused: [ImageTool, string, string][] = [
  [
    { size: "large" },
    "size",
    "Expected 'auto' or WIDTHxHEIGHT such as '1024x1024', but got 'large' instead.",
  ],
  [{ size: "" }, "size", "Expected 'auto' or WIDTHxHEIGHT such as '1024x1024', but got '' instead."],
  [
    { size: "1024×1024" },
    "size",
    "Expected 'auto' or WIDTHxHEIGHT such as '1024x1024', but got '1024×1024' instead.",
  ],
  [
    { model: "gpt-image-2", size: "1000x1024" },
    "size",
    "Expected a width and height divisible by 16, but got '1000x1024' instead.",
  ],
  [
    { model: "gpt-image-2", size: "0x0" },
    "size",
    "Expected a width and height divisible by 16, but got '0x0' instead.",
  ],
  [
    { model: "gpt-image-2-2026-04-21", size: "512x1552" },
    "size",
    "Expected an aspect ratio between 1:3 and 3:1, but got '512x1552' instead.",
  ],
  [
    { model: "gpt-image-2", size: "3856x2160" },
    "size",
    "Expected at most 3840x2160, but got '3856x2160' instead.",
  ],
  [
    { model: "gpt-image-2", size: "2176x2176" },
    "size",
    "Expected at most 3840x2160, but got '2176x2176' instead.",
  ],
  [
    { background: "transparent", output_format: "jpeg" },
    "output_format",
    "a transparent background needs the format 'png' or 'webp'.",
  ],
];

const taken: ImageTool[] = [
  {},
  { size: "auto" },
  { size: "1024x1024" },
  { size: "256x256" },
  { model: "gpt-image-2", size: "1536x864" },
  { model: "gpt-image-2", size: "3840x2160" },
  { model: "gpt-image-2", size: "2160x3840" },
  { model: "gpt-image-2", size: "512x1536" },
  { model: "gpt-image-1", size: "1000x1000" },
  { background: "transparent" },
  { background: "transparent", output_format: "webp" },
  { background: "transparent", output_format: "gif" },
  { background: "transparent", output_format: "svg" },
  { background: "transparent", model: "gpt-image-2" },
  { background: "opaque", output_format: "jpeg", model: "gpt-image-2" },
];

describe("imageGeneration", () => {
  test.each(refused)("refuses %j", (tool, key, words) => {
    const message = `Invalid 'tools[1].${key}': ${words}`;
    expect(issuesOf({ tools: [{ type: "local_shell" }, { type: "image_generation", ...tool }] })).toEqual([
      { code: "invalid_value", message, param: `tools[1].${key}`, path: ["tools", 1, key] },
    ]);
  });

  test.each(taken)("passes %j", (tool) => {
    expect(issuesOf({ tools: [{ type: "image_generation", ...tool }] })).toEqual([]);
  });

  test("looks at tools that a search found, too", () => {
    const tools = [{ type: "image_generation", size: "large" }];
    const issues = issuesOf({ input: [{ type: "tool_search_output", tools }], tools }, { maxIssues: 9 });
    expect(issues.map((issue) => issue.param)).toEqual(["input[0].tools[0].size", "tools[0].size"]);
  });
});

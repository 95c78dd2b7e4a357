import { describe, expect, test } from "@jest/globals";
import { isRequest, validateRequest } from "../../src/validate/index.js";
import { countReads, nest, searchTool } from "../support/hostile.js";

const message = { role: "user", content: [{ type: "input_text", text: "Hi" }] };

function many(count: number, make: (index: number) => unknown): unknown[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Bodies of a size, valid and broken. */
const bodies: Record<string, (count: number) => object> = {
  items: (count) => ({ input: many(count, () => message) }),
  "items that are none": (count) => ({ input: many(count, () => 5) }),
  "items of an unknown role": (count) => ({ input: many(count, () => ({ role: "robot" })) }),
  "parts of an assistant": (count) => ({
    input: [{ role: "assistant", content: many(count, () => ({ type: "later" })) }],
  }),
  tools: (count) => ({
    tools: many(count, (index) => ({ type: "function", name: `f${index}`, parameters: {} })),
  }),
  "bad image tools": (count) => ({ tools: many(count, () => ({ type: "image_generation", size: "x" })) }),
  "unknown keys": (count) => ({
    input: "Hi",
    ...Object.fromEntries(many(count, (index) => [`k${index}`, 1]) as [string, number][]),
  }),
  headers: (count) => ({
    tools: [
      {
        type: "mcp",
        server_label: "a",
        server_url: "a:",
        headers: Object.fromEntries(many(count, (index) => [`k${index}`, 1]) as [string, number][]),
      },
    ],
  }),
  "filters in a row": (count) => ({
    tools: [searchTool({ type: "and", filters: many(count, () => ({ type: "eq", key: "a", value: 1 })) })],
  }),
  "filters in each other": (count) => ({
    tools: [
      searchTool(
        nest(count, (inner) => ({ type: "and", filters: [inner] }), { type: "eq", key: "a", value: 1 }),
      ),
    ],
  }),
  triggers: (count) => ({ input: many(count, () => ({ type: "compaction_trigger" })) }),
};

const uses: Record<string, (body: unknown) => unknown> = {
  isRequest,
  validateRequest: (body) => validateRequest(body),
  "validateRequest with all issues": (body) =>
    validateRequest(body, { maxIssues: 10_000, unknownKeys: "reject" }),
};

describe.each(Object.entries(uses))("%s", (_use, use) => {
  test.each(Object.entries(bodies))("reads twice as much of twice as many %s", (_name, make) => {
    const [small, large] = [countReads(make(200), use), countReads(make(400), use)];
    expect(large).toBeLessThanOrEqual(2.05 * small);
  });

  test("reads nothing of free-form values", () => {
    const parameters = (count: number) => ({
      tools: [
        {
          type: "function",
          name: "f",
          parameters: Object.fromEntries(many(count, (index) => [`k${index}`, {}]) as [string, object][]),
        },
      ],
    });
    expect(countReads(parameters(1_000), use)).toBe(countReads(parameters(0), use));
  });
});

import { describe, expect, test } from "@jest/globals";
import { validateRequest, type ValidationIssue } from "../../src/validate/index.js";
import { answer, firstIssue } from "../support/hostile.js";

const MANY = 100_000;
const MOST = 10_000;
const MEGABYTES = "A".repeat(10_000_000);

function many(make: (index: number) => unknown): unknown[] {
  return Array.from({ length: MANY }, (_, index) => make(index));
}

function manyKeys(value: unknown): Record<string, unknown> {
  return Object.fromEntries(many((index) => [`key_${index}`, value]) as [string, unknown][]);
}

function issuesOf(
  body: unknown,
  maxIssues: number,
  unknownKeys: "ignore" | "reject" = "ignore",
): ValidationIssue[] {
  const result = validateRequest(body, { maxIssues, unknownKeys });
  return result.ok ? [] : result.issues;
}

const message = { role: "user", content: "Hi" };
const searched = (tool: unknown) => ({ type: "tool_search_output", tools: [tool] });
const badImage = { type: "image_generation", size: "large" };

const taken: [string, unknown][] = [
  [
    "a data URL of 10 MB",
    {
      input: [
        { role: "user", content: [{ type: "input_image", image_url: `data:image/png;base64,${MEGABYTES}` }] },
      ],
    },
  ],
  ["a text of 10 MB", { input: MEGABYTES, instructions: MEGABYTES }],
  [
    "a file of 10 MB",
    { input: [{ role: "user", content: [{ type: "input_file", filename: "a", file_data: MEGABYTES }] }] },
  ],
  ["100,000 items", { input: many(() => message) }],
  [
    "100,000 parts",
    { input: [{ role: "assistant", content: many(() => ({ type: "output_text", text: "Hi" })) }] },
  ],
  ["100,000 tools", { tools: many((index) => ({ type: "function", name: `f${index}` })) }],
  ["100,000 tools that were searched", { input: many(() => searched({ type: "image_generation" })) }],
  [
    "100,000 headers",
    { tools: [{ type: "mcp", server_label: "a", server_url: "a:", headers: manyKeys("x") }] },
  ],
  ["100,000 parameters", { tools: [{ type: "function", name: "f", parameters: manyKeys({}) }] }],
];

const refused: [string, unknown, string | null][] = [
  ["a type of 10 MB", { input: [{ type: MEGABYTES }] }, "input[0]"],
  ["a status of 10 MB", { input: [{ ...message, status: MEGABYTES }] }, "input[0].status"],
  ["a size of 10 MB", { tools: [{ type: "image_generation", size: MEGABYTES }] }, "tools[0].size"],
  [
    "a name of 10 MB",
    { text: { format: { type: "json_schema", name: MEGABYTES, schema: {} } } },
    "text.format.name",
  ],
  [
    "a URL of 10 MB without scheme",
    { tools: [{ type: "mcp", server_label: "a", server_url: MEGABYTES }] },
    "tools[0].server_url",
  ],
  [
    "a number in 100,000 headers",
    { tools: [{ type: "mcp", server_label: "a", server_url: "a:", headers: { ...manyKeys("x"), last: 1 } }] },
    "tools[0].headers.last",
  ],
  [
    "100,000 attributes",
    {
      input: [
        {
          type: "file_search_call",
          id: "a",
          queries: [],
          status: "completed",
          results: [{ attributes: manyKeys("x") }],
        },
      ],
    },
    "input[0].results[0].attributes",
  ],
  ["a bad one after 100,000 items", { input: [...many(() => message), { role: "robot" }] }, "input[100000]"],
  ["100,000 items that are none", { input: many(() => 1) }, "input[0]"],
  ["100,000 triggers of compaction", { input: many(() => ({ type: "compaction_trigger" })) }, "input[0]"],
  ["100,000 bad image tools", { tools: many(() => badImage) }, "tools[0].size"],
  [
    "100,000 bad image tools that were searched",
    { input: many(() => searched(badImage)) },
    "input[0].tools[0].size",
  ],
];

describe("validateRequest", () => {
  test.each(taken)(
    "takes %s",
    (_name, body) => {
      expect(answer(body).ok).toBe(true);
    },
    60_000,
  );

  test.each(refused)(
    "refuses %s in few words",
    (_name, body, param) => {
      expect(firstIssue(answer(body))?.param).toBe(param);
    },
    60_000,
  );

  test("names 10,000 of 100,000 unknown keys, in the order of the body", () => {
    const places = issuesOf({ ...manyKeys(1), input: "Hi" }, Infinity, "reject").map(({ param }) => param);
    expect(places).toHaveLength(MOST);
    expect([places[0], places[1], places.at(-1)]).toEqual(["key_0", "key_1", "key_9999"]);
    const inner = issuesOf({ input: [{ ...message, ...manyKeys(1) }] }, MOST, "reject");
    expect([inner.length, inner[0]?.param, inner.at(-1)?.param]).toEqual([
      MOST,
      "input[0].key_0",
      "input[0].key_9999",
    ]);
  });

  test("names 10,000 of 100,000 broken items, and rules no more than that", () => {
    expect(issuesOf({ input: many(() => null) }, MOST).at(-1)?.param).toBe("input[9999]");
    expect(issuesOf({ input: many(() => ({ type: "compaction_trigger" })) }, MOST)).toHaveLength(MOST);
    const mixed = many((index) =>
      index < MOST - 1 ? { ...searched(badImage), status: 1 } : searched(badImage),
    );
    const issues = issuesOf({ input: mixed }, MOST);
    expect(issues).toHaveLength(MOST);
    expect(issues.slice(0, 3).map(({ param }) => param)).toEqual([
      "input[0].tools[0].size",
      "input[0].status",
      "input[1].tools[0].size",
    ]);
  });

  test("shows no more than the start of a key of 10 MB", () => {
    const [issue] = issuesOf({ [MEGABYTES]: 1 }, 1, "reject");
    expect(issue?.message).toBe(`Unknown parameter: '${"A".repeat(61)}...'.`);
    expect(answer({ [MEGABYTES]: 1 }).ok).toBe(true);
  });
});

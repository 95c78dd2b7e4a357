import { describe, expect, test } from "@jest/globals";
import { validateRequest } from "../../src/validate/index.js";
import { answer, fail, firstIssue, nest, searchTool } from "../support/hostile.js";

const LEVELS = 100_000;
const LEAF = { type: "eq", key: "a", value: 1 };

function compound(inner: unknown): unknown {
  return { type: "and", filters: [inner] };
}

const deepArray = nest(LEVELS, (inner) => [inner], "x");
const deepObject = nest(LEVELS, (inner) => ({ properties: { a: inner } }), {});
const deepFilter = nest(LEVELS, compound, LEAF);

const refused: [string, unknown, string][] = [
  ["arrays as input", { input: deepArray }, "input[0]"],
  ["arrays as content", { input: [{ role: "user", content: deepArray }] }, "input[0].content[0]"],
  [
    "arrays as an assistant's content",
    { input: [{ role: "assistant", content: deepArray }] },
    "input[0].content[0]",
  ],
  ["objects as content", { input: [{ role: "user", content: deepObject }] }, "input[0].content"],
  ["arrays as tools", { tools: deepArray }, "tools[0]"],
  ["arrays as a filter", { tools: [searchTool(deepArray)] }, "tools[0].filters"],
  [
    "arrays as the value of a filter",
    { tools: [searchTool({ ...LEAF, value: deepArray })] },
    "tools[0].filters.value[0]",
  ],
  [
    "objects as headers",
    { tools: [{ type: "mcp", server_label: "a", server_url: "a:", headers: deepObject }] },
    "tools[0].headers.properties",
  ],
  ["objects as text", { text: { format: deepObject } }, "text.format.type"],
];

const taken: [string, unknown][] = [
  ["parameters", { tools: [{ type: "function", name: "f", parameters: deepObject }] }],
  [
    "parameters of a tool in a namespace",
    {
      tools: [
        {
          type: "namespace",
          name: "n",
          description: "d",
          tools: [{ type: "function", name: "f", parameters: deepArray }],
        },
      ],
    },
  ],
  ["a JSON schema", { text: { format: { type: "json_schema", name: "s", schema: deepObject } } }],
  ["arguments", { input: [{ type: "tool_search_call", arguments: deepArray }] }],
  [
    "an error of MCP",
    {
      input: [
        { type: "mcp_call", id: "a", arguments: "{}", name: "n", server_label: "s", error: deepObject },
      ],
    },
  ],
  ["a tool choice", { tool_choice: { type: "allowed_tools", mode: "auto", tools: [deepObject] } }],
  [
    "keys that no schema names",
    { later: deepObject, input: [{ role: "user", content: "Hi", later: deepArray }] },
  ],
];

describe("validateRequest", () => {
  test.each(refused)(`names the place of ${LEVELS} nested %s`, (_name, body, param) => {
    expect(firstIssue(answer(body))?.param).toBe(param);
  });

  test.each(taken)(`takes ${LEVELS} levels in free-form %s`, (_name, body) => {
    expect(firstIssue(answer(body))).toBe(undefined);
  });

  test.each([
    ["tools", { tools: [searchTool(deepFilter)] }, ["tools", 0, "filters"]],
    [
      "tools that a search found",
      { input: [{ type: "tool_search_output", tools: [searchTool(deepFilter)] }] },
      ["input", 0, "tools", 0, "filters"],
    ],
  ])("names the place where filters of %s are too deep", (_name, body, start) => {
    const result = answer(body);
    const path = result.ok ? [] : (result.issues[0]?.path ?? []);
    expect(path.slice(0, start.length)).toEqual(start);
    expect(path.length).toBe(start.length + 2 * 500 + 1);
    expect(result).toMatchObject({
      ok: false,
      issues: [
        {
          code: "invalid_value",
          message: expect.stringMatching(/^Invalid '.{77}\.\.\.': nested too deeply\. /),
        },
      ],
    });
  });

  test("takes filters as deep as the parser does, up to 500 levels", () => {
    const text = (levels: number) =>
      `{"tools": [{"type": "file_search", "vector_store_ids": [], "filters": ${'{"type": "or", "filters": ['.repeat(levels)}${"]}".repeat(levels)}}]}`;
    expect(answer(JSON.parse(text(500))).ok).toBe(true);
    expect(answer(JSON.parse(text(501))).ok).toBe(false);
    expect(answer(JSON.parse(text(LEVELS))).ok).toBe(false);
  });

  test("answers filters that contain themselves, also twice", () => {
    const once: { type: string; filters: unknown[] } = { type: "and", filters: [] };
    once.filters.push(once);
    const twice: { type: string; filters: unknown[] } = { type: "and", filters: [] };
    twice.filters.push(twice, twice);
    for (const filters of [once, twice]) {
      expect(firstIssue(answer({ tools: [searchTool(filters)] }, [{ maxIssues: 20 }]))?.code).toBe(
        "invalid_value",
      );
    }
  });

  test("answers an object that many places share, though it unfolds to 2 ** 400 of them", () => {
    const shared = nest(400, (inner) => ({ type: "and", filters: [inner, inner] }), LEAF);
    expect(firstIssue(answer({ tools: [searchTool(shared)] }, [{ maxIssues: 3 }]))?.code).toBe(
      "invalid_value",
    );
    // The next body starts anew.
    expect(answer({ tools: [searchTool(nest(100, compound, LEAF))] }).ok).toBe(true);
  });

  test("finds what cannot be read beside and below deep values", () => {
    const item = { role: "user", get content(): string { return fail(); } }; // prettier-ignore
    const schema = { type: "json_schema", name: "s", schema: deepObject };
    expect(validateRequest({ text: { format: schema }, input: [item] })).toMatchObject({
      ok: false,
      issues: [{ param: "input[0].content" }],
    });
    const deepTrap = nest(LEVELS, (inner) => ({ a: inner }), { get a(): string { return fail(); } }); // prettier-ignore
    expect(validateRequest({ input: [item], text: { format: { ...schema, schema: deepTrap } } }).ok).toBe(
      false,
    );
  });
});

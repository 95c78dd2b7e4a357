import { describe, expect, test } from "@jest/globals";
import { renderTools } from "../../src/local/render-tools.js";
import { Tally } from "../../src/local/tally.js";

function render(tools: unknown) {
  const tally = new Tally(() => 0);
  return { text: renderTools(tools, { parent: null, key: "tools" }, tally), notes: tally.leftOut() };
}

describe("renderTools", () => {
  test("writes functions as the harmony format does", () => {
    const tools = [
      { type: "function", name: "get_location", description: "Gets the location of the user." },
      {
        type: "function",
        name: "get_current_weather",
        description: "Gets the current weather in the provided location.",
        parameters: {
          type: "object",
          properties: {
            location: { type: "string", description: "The city and state, e.g. San Francisco, CA" },
            format: { type: "string", enum: ["celsius", "fahrenheit"], default: "celsius" },
          },
          required: ["location"],
        },
      },
    ];
    // Source: the example in articles/openai-harmony.md of the OpenAI cookbook.
    expect(render(tools)).toEqual({
      text: `## functions

namespace functions {

// Gets the location of the user.
type get_location = () => any;

// Gets the current weather in the provided location.
type get_current_weather = (_: {
// The city and state, e.g. San Francisco, CA
location: string,
format?: "celsius" | "fahrenheit", // default: celsius
}) => any;

} // namespace functions`,
      notes: [],
    });
  });

  test("writes a tool that holds tools as a namespace of its own", () => {
    const tools = [{ type: "namespace", name: "crm", description: "Customers.", tools: [{ name: "find" }] }];
    expect(render(tools).text).toBe(
      "## crm\n\n// Customers.\nnamespace crm {\n\ntype find = () => any;\n\n} // namespace crm",
    );
  });

  test("notes hosted and deferred tools", () => {
    const tools = [
      { type: "web_search" },
      { type: "function", name: "later", defer_loading: true, parameters: {} },
    ];
    expect(render(tools).notes).toEqual([
      { path: "tools[0]", reason: "hosted tool: how the provider describes it to the model is not known" },
      { path: "tools[1]", reason: "deferred tool: counted by name and description until it is loaded" },
    ]);
  });

  test.each<[object, string]>([
    [{ type: "array", items: { type: "integer" } }, "number[]"],
    [{ type: ["string", "null"] }, "string | null"],
    [{ anyOf: [{ const: 1 }, { type: "boolean" }] }, "1 | boolean"],
    [{ allOf: [{ type: "string" }, {}] }, "string & any"],
    [{ $ref: "#/$defs/Node", $defs: { Node: { type: "string" } } }, "Node\ntype Node = string;"],
    [{ properties: { a: true } }, "{\na?: any,\n}"],
  ])("writes %j as a type", (parameters, type) => {
    expect(render([{ name: "f", parameters }]).text).toContain(`type f = (_: ${type}) => any;`);
  });

  test("writes nothing for what is no list of tools", () => {
    for (const tools of [undefined, null, "x", [], [null, 5]]) expect(render(tools).text).toBe("");
  });
});

import { describe, expect, test } from "@jest/globals";
import { readBody } from "./support/read.js";

/** The text of tools, what they cost beyond it, and what is said of them. */
async function render(...tools: unknown[]) {
  const { text, left_out } = await readBody({ model: "gpt-5", tools });
  return { text, left_out };
}

const HEAD = "# Tools\n\n## functions\n\nnamespace functions {\n\n";
const FOOT = "\n\n} // namespace functions";

/** The type that the only function of a body gets. */
async function typeOf(parameters: unknown) {
  const { text } = await render({ type: "function", name: "f", parameters });
  return text.slice(HEAD.length, -FOOT.length);
}

describe("countTools", () => {
  test("writes functions as models are shown them", async () => {
    const weather = {
      type: "function",
      name: "get_current_weather",
      description: "Gets the current weather.\n  In any place. ",
      parameters: {
        type: "object",
        properties: {
          location: { type: "string", title: "Location", description: "The city and state, e.g. Boise, ID" },
          format: { type: "string", enum: ["celsius", "fahrenheit"], default: "celsius" },
        },
        required: ["location"],
      },
    };
    expect(
      await render({ type: "function", name: "get_location", description: "Gets it." }, weather),
    ).toEqual({
      text: `${HEAD}// Gets it.
type get_location = () => any;

// Gets the current weather.
// In any place.
type get_current_weather = (_: {
// Location
// The city and state, e.g. Boise, ID
location: string,
format?: "celsius" | "fahrenheit", // default: "celsius"
}) => any;${FOOT}`,
      left_out: [],
    });
  });

  test("writes a tool that holds tools as a namespace of its own", async () => {
    const tools = [{ name: "find" }];
    expect((await render({ type: "namespace", name: "crm", description: "Customers.", tools })).text).toBe(
      "# Tools\n\n## crm\n\n// Customers.\nnamespace crm {\n\ntype find = () => any;\n\n} // namespace crm",
    );
  });

  test("gives a part to each tool", async () => {
    const { parts, input_tokens } = await readBody({
      model: "gpt-4o",
      tools: [{ name: "a" }, { name: "b" }],
    });
    expect(parts[0]).toMatchObject({ param: "tools", kind: "tools", tokens: -3 });
    expect(parts[0]?.parts?.map(({ param, kind }) => [param, kind])).toEqual([
      ["tools[0]", "tool"],
      ["tools[1]", "tool"],
      ["tools", "frame"],
    ]);
    expect(input_tokens).toBe(0);
  });

  test.each<[object, string]>([
    [
      { type: "object", properties: { a: { type: "array", items: { type: "integer" } } } },
      "{ a?: number[] }",
    ],
    [
      { properties: { a: { type: ["string", "null"] }, b: {} }, required: ["b"] },
      "{ a?: string | null, b: any }",
    ],
    [{ properties: { a: { anyOf: [{ const: 1 }, { type: "boolean" }] } } }, "{ a?: 1 | boolean }"],
    [{ properties: { a: { $ref: "#/$defs/N" } }, $defs: { N: { type: "string" } } }, "{ a?: string }"],
    [
      { properties: { a: { $ref: "#/$defs/N" } }, $defs: { N: { type: "string", title: "No." } } },
      "{\n// No.\na?: string,\n}",
    ],
    [{ title: "F", description: "Of f.", properties: { a: true } }, "// F\n// Of f.\n{ a?: any }"],
  ])("writes %j as a type", async (parameters, type) => {
    expect(await typeOf(parameters)).toBe(`type f = (_: ${type}) => any;`);
  });

  test.each([{}, { type: "object", properties: {} }, null])(
    "writes %j as no parameters",
    async (parameters) => {
      expect(await typeOf(parameters)).toBe("type f = () => any;");
    },
  );

  test("ends on a schema that holds itself", async () => {
    const properties = {
      self: { $ref: "#" },
      lost: { $ref: "#/$defs/none" },
      far: { $ref: "https://x.test" },
    };
    expect(await typeOf({ properties })).toBe("type f = (_: { self?: any, lost?: any, far?: any }) => any;");
  });

  test("notes hosted tools, and gives what they cost at least where it is known", async () => {
    const { left_out, range } = await readBody({ model: "gpt-4o", tools: [{ type: "web_search_preview" }] });
    expect(left_out).toEqual([
      {
        param: "tools[0]",
        reason: "hosted tool: what the provider writes for it and what it returns are not known",
      },
    ]);
    expect(range).toEqual([297, null]);
  });

  test.each([undefined, null, "x", [[]], [[null, 5]]])("writes nothing for %j", async (tools) => {
    expect((await readBody({ model: "gpt-5", tools })).text).toBe("");
  });
});

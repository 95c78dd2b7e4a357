import { describe, expect, test } from "@jest/globals";
import type { ResponseInputItem, Tool } from "../../src/types.js";
import {
  assertRequest,
  InvalidRequestError,
  validateInputItem,
  validateRequest,
  validateTool,
  type IssueCode,
} from "../../src/validate/index.js";
import { listFixtures, readFixtures } from "../support/fixtures.js";
import { param } from "../support/json.js";

/** The fixtures of a folder, valid ones and invalid ones, one by one. */
function fixturesOf(folder: string): unknown[] {
  return listFixtures(folder).flatMap((name) => {
    const { valid, invalid } = readFixtures(folder, name);
    return [...valid, ...invalid.map(({ value }) => value)];
  });
}

describe.each([
  ["validateInputItem", "items", validateInputItem, (item: unknown) => ({ input: [item] }), ["input", 0]],
  ["validateTool", "tools", validateTool, (tool: unknown) => ({ tools: [tool] }), ["tools", 0]],
] as const)("%s", (_name, folder, validate, wrap, place) => {
  test("says of each fixture what validateRequest says of it, with places from its root", () => {
    const values = fixturesOf(folder);
    expect(values.length).toBeGreaterThan(50);
    for (const value of values) {
      const alone = validate(value);
      const within = validateRequest(wrap(value));
      expect([value, alone.ok]).toEqual([value, within.ok]);
      if (alone.ok || within.ok) continue;
      const [issue] = alone.issues;
      expect({ code: issue.code, path: [...place, ...issue.path] }).toEqual({
        code: within.issues[0].code,
        path: within.issues[0].path,
      });
      const root = param([...place]);
      const relative = within.issues[0].param?.slice(root.length).replace(/^\./, "");
      expect(issue.param ?? "").toBe(relative);
    }
  });

  test.each([undefined, null, 5, "text", []])("refuses %j, which is no object", (value) => {
    const result = validate(value);
    expect(result.ok || result.issues[0].code).toBe("invalid_type");
  });

  test("takes the options of validateRequest", () => {
    expect(validate({ type: "later" }).ok).toBe(false);
    expect(validate({ type: "later" }, { unknownTypes: "allow" }).ok).toBe(true);
    expect(validate({ type: "custom_tool_call", later: 1 }, { unknownKeys: "reject", maxIssues: 9 }).ok).toBe(
      false,
    );
  });

  test("never throws", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(validate(proxy).ok).toBe(false);
  });
});

describe("the types of the parts", () => {
  test("are those of the fragment", () => {
    const item = validateInputItem({ role: "user", content: "Hello" });
    const tool = validateTool({ type: "local_shell" });
    const values: [ResponseInputItem | undefined, Tool | undefined] = [
      item.ok ? item.value : undefined,
      tool.ok ? tool.value : undefined,
    ];
    expect(values).toEqual([{ role: "user", content: "Hello" }, { type: "local_shell" }]);
  });

  test("name the codes, and leave room for further ones", () => {
    const result = validateTool({});
    const code: IssueCode = result.ok ? "a_later_code" : result.issues[0].code;
    expect(code).toBe("missing_required_parameter");
  });
});

describe("assertRequest", () => {
  test("lets a valid body pass, typed", () => {
    const body: unknown = { model: "gpt-5", input: "Hello" };
    assertRequest(body);
    expect(body.model).toBe("gpt-5");
  });

  test("throws what is wrong", () => {
    const check = (): void => assertRequest({ input: 5, truncation: 5 }, { maxIssues: 9 });
    expect(check).toThrow(InvalidRequestError);
    expect(check).toThrow("Invalid type for 'input': expected one of a string or array of input items");
    try {
      check();
    } catch (error) {
      expect((error as InvalidRequestError).issues.map((issue) => issue.param)).toEqual([
        "input",
        "truncation",
      ]);
    }
  });
});

import { describe, expect, test } from "@jest/globals";
import { finalCompactionTrigger } from "../../../src/validate/rules/final-compaction-trigger.js";

const trigger = { type: "compaction_trigger" } as const;
const message = { role: "user", content: "Hello" } as const;

function issueAt(index: number): unknown {
  return {
    code: "invalid_value",
    message: `Invalid 'input[${index}]': a compaction trigger must be the final input item. Move it to the end of 'input'.`,
    param: `input[${index}]`,
    path: ["input", index],
  };
}

describe("finalCompactionTrigger", () => {
  test("refuses a trigger that is not the final item, each of them", () => {
    expect(finalCompactionTrigger({ input: [message, trigger, message] })).toEqual([issueAt(1)]);
    expect(finalCompactionTrigger({ input: [trigger, trigger] })).toEqual([issueAt(0)]);
    expect(finalCompactionTrigger({ input: [trigger, message, trigger, message] })).toEqual([
      issueAt(0),
      issueAt(2),
    ]);
  });

  test.each([
    { input: [trigger] },
    { input: [message, trigger] },
    { input: [] },
    { input: "compaction_trigger" },
    {},
  ])("passes %j", (body) => {
    expect(finalCompactionTrigger(body)).toBeUndefined();
  });
});

import { describe, expect, test } from "@jest/globals";
import { validateRequest } from "../../../src/validate/index.js";
import { issuesOf } from "../../support/faults.js";

const message = { role: "user", content: "Hello" } as const;
const trigger = (): object => ({ type: "compaction_trigger" });

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
    const maxIssues = 9;
    expect(issuesOf({ input: [message, trigger(), message] })).toEqual([issueAt(1)]);
    expect(issuesOf({ input: [trigger(), trigger()] }, { maxIssues })).toEqual([issueAt(0)]);
    expect(issuesOf({ input: [trigger(), message, trigger(), message] }, { maxIssues })).toEqual([
      issueAt(0),
      issueAt(2),
    ]);
  });

  test("tells places apart that hold the same object", () => {
    const shared = trigger();
    expect(issuesOf({ input: [shared, message, shared] })).toEqual([issueAt(0)]);
  });

  test.each([{ input: [trigger()] }, { input: [message, trigger()] }, { input: "compaction_trigger" }, {}])(
    "passes %j",
    (body) => {
      expect(validateRequest(body)).toEqual({ ok: true, value: body });
    },
  );
});

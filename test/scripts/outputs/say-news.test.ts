import { describe, expect, test } from "@jest/globals";
import { sayNews } from "../../../scripts/outputs/say-news.js";

describe("sayNews", () => {
  test("dates a schema that is new as a whole", () => {
    expect(sayNews({ type: "string", "x-since": "2026-08" })).toBe("Since 2026-08.");
  });

  test("dates values and limits one by one, those of the same edition together", () => {
    const since = { max: "2026-08", maxLength: "2026-08", gif: "openai 7.57.0" };
    const schema = { type: "string", maxLength: 64, "x-since": since };
    expect(sayNews(schema)).toBe("Since 2026-08: `max`, maxLength 64. Since openai 7.57.0: `gif`.");
  });

  test("says what may be left out or be null, and what is deprecated", () => {
    const since = { required: "2026-08", null: "2026-08", deprecated: "2026-08" };
    expect(sayNews({ "x-since": since })).toBe("Since 2026-08: may be left out, may be null, deprecated.");
  });

  test("finds a limit in the branch that has it", () => {
    const schema = {
      anyOf: [{ type: "array" }, { type: "string", maxLength: 9 }],
      "x-since": { maxLength: "2026-08" },
    };
    expect(sayNews(schema)).toBe("Since 2026-08: maxLength 9.");
  });
});

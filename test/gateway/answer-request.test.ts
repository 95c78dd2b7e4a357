import { describe, expect, test } from "@jest/globals";
import { isCountPath } from "../../src/gateway/answer-request.js";

describe("isCountPath", () => {
  test.each(["/responses/input_tokens", "/v1/responses/input_tokens", "/responses/input_tokens/"])(
    "takes %s",
    (path) => expect(isCountPath(path)).toBe(true),
  );

  test.each(["/", "", "/v1/responses", "/responses/input_tokens//", "/xresponses/input_tokens/1"])(
    "does not take %p",
    (path) => expect(isCountPath(path)).toBe(false),
  );
});

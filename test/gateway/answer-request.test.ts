import { describe, expect, test } from "@jest/globals";
import { isCountPath } from "../../src/gateway/answer-request.js";

describe("isCountPath", () => {
  test.each(["/responses/input_tokens", "/v1/responses/input_tokens", "/a/b/responses/input_tokens?x=/y?z"])(
    "takes %s",
    (path) => expect(isCountPath(path)).toBe(true),
  );

  test.each([
    "/",
    "",
    "/v1/responses",
    "/responses/input_tokens/",
    "/xresponses/input_tokens/1",
    "/x?/responses/input_tokens",
  ])("does not take %p", (path) => expect(isCountPath(path)).toBe(false));
});

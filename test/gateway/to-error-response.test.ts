import { describe, expect, test } from "@jest/globals";
import { isInputTokensError } from "../../src/client/index.js";
import { toErrorResponse } from "../../src/gateway/index.js";
import { assertRequest } from "../../src/validate/index.js";

describe("toErrorResponse", () => {
  test("answers what assertRequest throws as the guard would", async () => {
    const bad: unknown = { input: 5 };
    const check: (body: unknown) => void = (body) => assertRequest(body);
    let response: Response | undefined;
    try {
      check(bad);
    } catch (error) {
      expect(isInputTokensError(error)).toBe(true);
      response = toErrorResponse(error);
    }
    expect(response?.status).toBe(400);
    expect(await response?.json()).toMatchObject({ error: { param: "input", code: "invalid_type" } });
  });

  test("answers what is no error of the package with 500, without a word of it", async () => {
    const response = toErrorResponse(new Error("sk-secret"));
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      error: {
        message: "The input tokens could not be counted.",
        type: "server_error",
        param: null,
        code: null,
      },
    });
  });
});

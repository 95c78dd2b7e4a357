import { describe, expect, test } from "@jest/globals";
import { identifyBody, listGenerationKeys } from "../../src/validate/index.js";

describe("identifyBody", () => {
  test.each([
    ["count_request", { model: "gpt-5", input: "Hi" }],
    ["count_request", { previous_response_id: "resp_1" }],
    ["count_request", { input: 5 }],
    ["create_request", { model: "gpt-5", input: "Hi", stream: true }],
    ["create_request", { model: "gpt-5", input: [], store: null }],
    ["chat_completion", { model: "gpt-4o", messages: [{ role: "user", content: "Hi" }] }],
    ["chat_completion", { model: "gpt-4o", messages: [], stream: true, temperature: 1 }],
    ["batch_line", { custom_id: "1", method: "POST", url: "/v1/responses", body: { model: "gpt-5" } }],
    ["response", { id: "resp_1", object: "response", model: "gpt-5", output: [], tools: [] }],
    ["response", { id: "resp_1", model: "gpt-5", output: [], usage: { input_tokens: 1 } }],
    ["unknown", { name: "a-package", version: "1.0.0", scripts: {} }],
    ["unknown", { metadata: {} }],
    ["unknown", {}],
    ["unknown", []],
    ["unknown", null],
    ["unknown", "text"],
    ["unknown", Object.create({ model: "gpt-5" })],
  ] as const)("says %s of %j", (kind, body) => {
    expect(identifyBody(body)).toBe(kind);
  });

  test("says unknown of a body that cannot be read", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(identifyBody(proxy)).toBe("unknown");
    expect(
      identifyBody({
        object: "x",
        get body() {
          throw new Error("no");
        },
        custom_id: 1,
      }),
    ).toBe("unknown");
  });
});

describe("listGenerationKeys", () => {
  test("names what only generation takes, in the body's order", () => {
    expect(listGenerationKeys({ stream: true, model: "gpt-5", bogus: 1, include: [], prompt: {} })).toEqual([
      "stream",
      "include",
    ]);
  });

  test.each([null, undefined, "stream", ["stream"]])("finds none in %j", (body) => {
    expect(listGenerationKeys(body)).toEqual([]);
  });
});

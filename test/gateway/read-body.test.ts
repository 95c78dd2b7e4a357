import { describe, expect, test } from "@jest/globals";
import { parseJson } from "../../src/gateway/read-body.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("parseJson", () => {
  test("reads text and bytes", () => {
    expect(parseJson('{"a":1}')).toEqual({ a: 1 });
    expect(parseJson(bytes('{"a":1}'))).toEqual({ a: 1 });
  });

  test("drops a byte order mark", () => {
    expect(parseJson(bytes("\uFEFF1"))).toBe(1);
  });

  test("takes no bytes as undefined", () => {
    expect(parseJson(new Uint8Array())).toBeUndefined();
    expect(parseJson("")).toBeUndefined();
  });

  test("throws for what is no JSON and for what is no UTF-8", () => {
    expect(() => parseJson("{")).toThrow(SyntaxError);
    expect(() => parseJson(bytes("  "))).toThrow(SyntaxError);
    expect(() => parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow("not valid");
  });
});

import { describe, expect, test } from "@jest/globals";
import { listSlots, readSlot } from "../../scripts/fuzz/json.js";
import { shrink } from "../../scripts/fuzz/shrink.js";

describe("shrink", () => {
  test("takes away all that the failure does not need", () => {
    const body = {
      model: "gpt-5",
      input: [
        { role: "user", content: "Hi" },
        { role: "bad", content: ["a", "b"] },
      ],
    };
    const fails = (smaller: object): boolean => JSON.stringify(smaller).includes('"bad"');
    expect(shrink(body, fails)).toEqual({ input: "bad" });
  });

  test("leaves a body that is small already", () => {
    expect(shrink({ a: 1 }, ({ a }) => a === 1)).toEqual({ a: 1 });
  });

  test("changes nothing of the body it was given", () => {
    const body = Object.freeze({ a: Object.freeze({ b: 1 }), c: 2 });
    expect(shrink(body, (smaller) => "a" in smaller)).toEqual({ a: null });
    expect(body).toEqual({ a: { b: 1 }, c: 2 });
  });
});

describe("listSlots", () => {
  test("lists every place, own keys of any name among them", () => {
    const value = JSON.parse('{"__proto__": {"a": [1]}, "b": null}') as Record<string, never>;
    const slots = listSlots(value);
    expect(slots.map(({ key }) => key)).toEqual(["__proto__", "b", "a", 0]);
    expect(slots.map(readSlot)).toEqual([{ a: [1] }, null, [1], 1]);
  });
});
